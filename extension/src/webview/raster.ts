/** Twice as many pixels as the picture has points: sharp on paper and on a wall. */
const SHARPNESS = 2;

/** No side is longer, in pixels: browsers refuse larger pictures. */
const LONGEST = 16_000;

/** Turns a picture into a PNG, as base64; an empty text where the browser cannot. */
export async function rasterize(svg: string): Promise<string> {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const scale = Math.min(SHARPNESS, LONGEST / image.naturalWidth, LONGEST / image.naturalHeight);
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(image.naturalWidth * scale);
        canvas.height = Math.round(image.naturalHeight * scale);
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
    } finally {
        URL.revokeObjectURL(url);
    }
}
