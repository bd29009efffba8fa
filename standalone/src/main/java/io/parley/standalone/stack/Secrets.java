package io.parley.standalone.stack;

import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * What only the owner of the data folder may read. Made at the first start and kept.
 *
 * @param operatorPassword the password of the user {@code operator}
 * @param key encrypts what must not lie about in the clear; 32 bytes, base64
 * @param firstTime whether they were made just now
 */
public record Secrets(String operatorPassword, String key, boolean firstTime) {

    /** The file that holds the operator's password, in the folder of the secrets. */
    static final String OPERATOR_PASSWORD = "operator-password";

    private static final String KEY = "key";
    private static final int KEY_BYTES = 32;

    /** Without characters that look alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 20;

    /** Where the operator's password lies in a data folder. */
    public static Path operatorPasswordFile(Path data) {
        return data.resolve("secrets").resolve(OPERATOR_PASSWORD);
    }

    /** Reads the secrets of a folder, making what is not there. */
    static Secrets in(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(folder, permissions(folder, "rwx------"));
            }
            SecureRandom random = new SecureRandom();
            boolean firstTime = writeIfAbsent(folder.resolve(OPERATOR_PASSWORD), newPassword(random));
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            writeIfAbsent(folder.resolve(KEY), Base64.getEncoder().encodeToString(key));
            return new Secrets(read(folder.resolve(OPERATOR_PASSWORD)), readKey(folder.resolve(KEY)), firstTime);
        } catch (IOException e) {
            throw new StartFailure(
                    "The secrets in " + folder + " cannot be read or written: " + e,
                    "Give yourself the permission, or name another folder with --data",
                    e);
        }
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "Secrets[firstTime=" + firstTime + "]";
    }

    private static String readKey(Path file) throws IOException {
        String key = read(file);
        try {
            if (Base64.getDecoder().decode(key).length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Told below: whatever stands there is not a key.
        }
        throw new StartFailure(
                "The key in " + file + " is damaged: it is not " + KEY_BYTES + " bytes in base64",
                "Bring the file back from a backup; without it what it encrypted cannot be read");
    }

    private static String read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (text.isEmpty()) {
            throw new StartFailure("The secret in " + file + " is empty", "Delete the file to have a new one made");
        }
        return text;
    }

    private static String newPassword(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** Written beside and moved into place: after a power cut there is the whole secret or none. */
    private static boolean writeIfAbsent(Path file, String secret) throws IOException {
        if (Files.exists(file)) {
            return false;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            Files.createFile(fresh, permissions(fresh, "rw-------"));
            Files.writeString(fresh, secret + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String text) {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
