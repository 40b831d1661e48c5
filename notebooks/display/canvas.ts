/** The smallest canvas that plotly's heat map needs: rectangles and pixels in, a PNG data URI out. */
import { crc32, deflateSync } from "node:zlib";

const channels = 4;

interface Pixels {
  readonly data: Uint8ClampedArray;
}

/** What plotly calls on a 2d context when it draws a heat map. */
export class PixelContext {
  fillStyle = "";
  #data: Uint8ClampedArray;
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#data = new Uint8ClampedArray(width * height * channels);
  }

  createImageData(width: number, height: number): Pixels {
    return { data: new Uint8ClampedArray(width * height * channels) };
  }

  putImageData(pixels: Pixels): void {
    this.#data = pixels.data;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const color = parseColor(this.fillStyle);
    for (let row = Math.max(0, Math.round(y)); row < Math.min(this.#height, Math.round(y + height)); row++) {
      for (let column = Math.max(0, Math.round(x)); column < Math.min(this.#width, Math.round(x + width)); column++) {
        this.#data.set(color, (row * this.#width + column) * channels);
      }
    }
  }

  toDataUrl(): string {
    return `data:image/png;base64,${encodePng(this.#data, this.#width, this.#height).toString("base64")}`;
  }
}

/** "rgba(1,2,3,0.5)" as four bytes. */
function parseColor(text: string): number[] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, Math.round(alpha * 255)];
}

/** Eight bits, red-green-blue-alpha, no filter: the plainest PNG there is (W3C PNG, third edition). */
function encodePng(data: Uint8ClampedArray, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const stride = width * channels;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row++) rows.set(data.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
