package io.parley.gateway.call.recording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recordings of calls, for operators. */
@RestController
@Tag(name = "Recordings", description = "The sound of calls whose callers agreed to be recorded.")
final class RecordingsController {

    private final Recordings recordings;

    RecordingsController(Recordings recordings) {
        this.recordings = recordings;
    }

    @GetMapping("/api/recordings")
    @Operation(summary = "The recordings there are", description = "The latest first.")
    List<RecordingView> recordings() {
        return recordings.all();
    }

    @GetMapping("/api/recordings/{call}")
    @Operation(
            summary = "The sound of a call",
            description =
                    "A WAV of two channels: the caller left, Parley right. The caller's side is silent where a secret was asked for.")
    void recording(@PathVariable String call, HttpServletResponse response) throws IOException {
        RecordingView found = recordings.one(call);
        response.setContentType("audio/wav");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.call() + ".wav\"");
        recordings.writeWav(found.call(), response.getOutputStream());
    }

    @DeleteMapping("/api/recordings/{call}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a recording", description = "For good: there is no other copy.")
    void delete(@PathVariable String call) {
        recordings.delete(call);
    }
}
