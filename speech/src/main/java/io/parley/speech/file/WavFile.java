package io.parley.speech.file;

import io.parley.speech.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads and writes WAV files: linear 16-bit samples of one channel, 8000 or 16000 a second. */
public final class WavFile {
    private static final int LINEAR = 1;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final Map<Integer, String> CODECS = Map.of(
            2, "ADPCM", 3, "floating point", 6, "A-law", 7, "µ-law", 17, "IMA ADPCM", 49, "GSM", 80, "MPEG", 85, "MP3");
    private static final long LARGEST = 256L << 20;
    private static final String HOW_TO_CONVERT =
            "; convert it: sox IN.wav -r 16000 -b 16 -c 1 -e signed-integer OUT.wav";

    private WavFile() {}

    /**
     * Reads a file.
     *
     * @throws BadSoundException if it is no sound that we can read; the message names the file, what is wrong, what to do
     * @throws IOException if it cannot be read at all
     */
    public static Sound read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new BadSoundException(file + " is larger than 256 MiB; cut it into utterances");
        }
        return parse(Files.readAllBytes(file), file.toString());
    }

    /**
     * Parses the bytes of a WAV file.
     *
     * @param name what messages call it
     * @throws BadSoundException if they are no sound that we can read
     */
    public static Sound parse(byte[] bytes, String name) throws BadSoundException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || !"RIFF".equals(tag(buffer, 0)) || !"WAVE".equals(tag(buffer, 8))) {
            throw new BadSoundException(
                    name + " is not a WAV file (it does not begin with RIFF … WAVE)" + HOW_TO_CONVERT);
        }
        int rate = 0;
        int at = 12;
        while (at + 8 <= bytes.length) {
            String chunk = tag(buffer, at);
            long size = Integer.toUnsignedLong(buffer.getInt(at + 4));
            int from = at + 8;
            if (chunk.equals("fmt ")) {
                if (size < 16 || from + size > bytes.length) {
                    throw new BadSoundException(name + " ends in its header; fetch or record it again");
                }
                rate = format(buffer, from, size, name);
            } else if (chunk.equals("data")) {
                return samples(buffer, from, size, rate, name);
            }
            if (from + size + (size & 1) > bytes.length) {
                break;
            }
            at = (int) (from + size + (size & 1));
        }
        throw new BadSoundException(name + " has no audio in it: its data chunk is missing; fetch or record it again");
    }

    /**
     * Parses the bytes of a WAV file of any rate, as engines speak at rates of their own.
     *
     * @return at 16 kHz
     * @throws BadSoundException if they are no sound that we can read
     */
    public static Sound parseAny(byte[] bytes, String name) throws BadSoundException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 28) {
            throw new BadSoundException(name + " is empty");
        }
        int rate = buffer.getInt(24);
        if (rate == Sound.WIDE || rate == Sound.TELEPHONE) {
            return parse(bytes, name).atRate(Sound.WIDE);
        }
        buffer.putInt(24, Sound.WIDE);
        return new Sound(AnyRate.toWide(parse(bytes, name).samples(), rate), Sound.WIDE);
    }

    /** Writes a file, replacing one that is there. */
    public static void write(Path file, Sound sound) throws IOException {
        Files.write(file, bytes(sound));
    }

    /** A sound as the bytes of a WAV file. */
    public static byte[] bytes(Sound sound) {
        int size = sound.samples().length * 2;
        ByteBuffer buffer = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
        buffer.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        buffer.putShort((short) LINEAR).putShort((short) 1);
        buffer.putInt(sound.rate()).putInt(sound.rate() * 2).putShort((short) 2).putShort((short) 16);
        buffer.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        for (short sample : sound.samples()) {
            buffer.putShort(sample);
        }
        return buffer.array();
    }

    private static int format(ByteBuffer buffer, int from, long size, String name) throws BadSoundException {
        int codec = Short.toUnsignedInt(buffer.getShort(from));
        if (codec == EXTENSIBLE && size >= 26) {
            codec = Short.toUnsignedInt(buffer.getShort(from + 24));
        }
        int channels = buffer.getShort(from + 2);
        int rate = buffer.getInt(from + 4);
        int bits = buffer.getShort(from + 14);
        if (codec != LINEAR) {
            throw new BadSoundException(name + " is coded as " + CODECS.getOrDefault(codec, "codec " + codec)
                    + ", which we cannot read" + HOW_TO_CONVERT);
        }
        if (bits != 16) {
            throw new BadSoundException(name + " has samples of " + bits + " bits, and 16 are read" + HOW_TO_CONVERT);
        }
        if (channels != 1) {
            throw new BadSoundException(name + " has " + channels + " channels, and one is read" + HOW_TO_CONVERT);
        }
        if (rate != Sound.TELEPHONE && rate != Sound.WIDE) {
            throw new BadSoundException(
                    name + " has " + rate + " samples a second, and 8000 or 16000 are read" + HOW_TO_CONVERT);
        }
        return rate;
    }

    private static Sound samples(ByteBuffer buffer, int from, long size, int rate, String name)
            throws BadSoundException {
        if (rate == 0) {
            throw new BadSoundException(name + " has audio before it says of what format; fetch or record it again");
        }
        int there = buffer.capacity() - from;
        // A program that streams does not know the size yet and leaves the largest, or none.
        boolean untold = size == 0xFFFFFFFFL || size == 0x7FFFFFFFL || (size == 0 && there > 0);
        if (!untold && size > there) {
            throw new BadSoundException(name + " is truncated: " + size + " bytes of audio are promised and " + there
                    + " are there; fetch or record it again");
        }
        short[] samples = new short[(int) (untold ? there : size) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = buffer.getShort(from + 2 * i);
        }
        if (samples.length == 0) {
            throw new BadSoundException(name + " has no audio in it; record it again");
        }
        return new Sound(samples, rate);
    }

    private static String tag(ByteBuffer buffer, int at) {
        byte[] tag = new byte[4];
        buffer.get(at, tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }
}
