package io.parley.speech.vosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the small English model from Vosk's site: resumed where it broke off, checked against the site's list, unpacked. */
public final class ModelInstallation {
    /** The model, and the folder it unpacks to. */
    public static final String MODEL = "vosk-model-small-en-us-0.15";

    private static final URI SITE = URI.create("https://alphacephei.com/vosk/models/");
    private static final int CHUNK = 1 << 16;

    private final URI site;
    private final Path models;
    private final Consumer<String> progress;

    /**
     * @param models the folder that models lie in
     * @param progress hears how far it is, a line at a time
     */
    public ModelInstallation(Path models, Consumer<String> progress) {
        this(SITE, models, progress);
    }

    ModelInstallation(URI site, Path models, Consumer<String> progress) {
        this.site = site;
        this.models = models;
        this.progress = progress;
    }

    /**
     * Installs the model, unless it is there.
     *
     * @return its folder
     * @throws IOException if the site cannot be reached or what it sent is not what its list says; what to do is in the message
     */
    public Path install() throws IOException {
        Path folder = models.resolve(MODEL);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(models);
        Path part = models.resolve(MODEL + ".zip.part");
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            String hash = listed(client);
            fetch(client, part);
            String got = md5(part);
            if (!got.equals(hash)) {
                Files.delete(part);
                throw new IOException("what was fetched is not the model that the site lists (MD5 " + got + ", listed "
                        + hash + "); it was deleted, try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; the next try goes on where this one stopped", e);
        } catch (IOException e) {
            throw new IOException(
                    reason(e) + ". Offline: fetch " + site.resolve(MODEL + ".zip") + " elsewhere and unpack it so that "
                            + folder + " holds its folders am and conf",
                    e);
        }
        unpack(part);
        Files.delete(part);
        return folder;
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? "the site cannot be reached (" + e.getClass().getSimpleName() + ")" : message;
    }

    private String listed(HttpClient client) throws IOException, InterruptedException {
        HttpResponse<String> list = client.send(
                HttpRequest.newBuilder(site.resolve("model-list.json"))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (list.statusCode() != 200) {
            throw new IOException("the site answered " + list.statusCode() + " for its list of models");
        }
        for (JsonNode model : JsonMapper.shared().readTree(list.body())) {
            if (model.path("name").asString("").equals(MODEL)) {
                return model.path("md5").asString("");
            }
        }
        throw new IOException("the site no longer lists " + MODEL);
    }

    private void fetch(HttpClient client, Path part) throws IOException, InterruptedException {
        long there = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(MODEL + ".zip"));
        if (there > 0) {
            request.header("Range", "bytes=" + there + "-");
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() == 416) {
            return;
        }
        if (response.statusCode() != 200 && response.statusCode() != 206) {
            throw new IOException("the site answered " + response.statusCode() + " for the model");
        }
        boolean resumed = response.statusCode() == 206;
        long done = resumed ? there : 0;
        long all = done + response.headers().firstValueAsLong("Content-Length").orElse(0);
        try (InputStream in = response.body();
                OutputStream out = Files.newOutputStream(
                        part,
                        StandardOpenOption.CREATE,
                        resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
            byte[] chunk = new byte[CHUNK];
            long told = -1;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                done += read;
                long percent = all == 0 ? 0 : done * 100 / all;
                if (percent / 10 > told) {
                    told = percent / 10;
                    progress.accept("%d of %d MB".formatted(done >> 20, all >> 20));
                }
            }
        }
    }

    private void unpack(Path zip) throws IOException {
        Path unpacking = models.resolve(MODEL + ".unpacking");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = unpacking.resolve(entry.getName()).normalize();
                if (!target.startsWith(unpacking)) {
                    throw new IOException("the archive holds a file that would lie outside its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.move(unpacking.resolve(MODEL), models.resolve(MODEL));
        Files.delete(unpacking);
    }

    private static String md5(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
