import { type NativeImage, nativeImage } from 'electron';
import plain16 from './icons/tray16.png?inline';
import plain24 from './icons/tray24.png?inline';
import plain32 from './icons/tray32.png?inline';
import plain48 from './icons/tray48.png?inline';
import marked16 from './icons/trayAlert16.png?inline';
import marked24 from './icons/trayAlert24.png?inline';
import marked32 from './icons/trayAlert32.png?inline';
import marked48 from './icons/trayAlert48.png?inline';

/** Drawn in build/tray; by pixels of their edge. */
const PLAIN = new Map([
  [16, plain16],
  [24, plain24],
  [32, plain32],
  [48, plain48],
]);
const MARKED = new Map([
  [16, marked16],
  [24, marked24],
  [32, marked32],
  [48, marked48],
]);

/** Windows draws 16 pixels at its plain scale, the panels of Linux 22 to 24. */
const BASE_PX = process.platform === 'win32' ? 16 : 24;

/** The tray's icon in the sizes that screens of all scales ask for. */
export function trayIcon(isMarked: boolean): NativeImage {
  const image = nativeImage.createEmpty();
  for (const [size, dataURL] of isMarked ? MARKED : PLAIN) {
    if (size < BASE_PX) continue;
    image.addRepresentation({ scaleFactor: size / BASE_PX, dataURL });
  }
  return image;
}
