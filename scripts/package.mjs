export async function pack() {
    throw new Error('later');
}
