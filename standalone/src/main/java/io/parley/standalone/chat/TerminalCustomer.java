package io.parley.standalone.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

/** Reads what is typed, with the arrow keys and a history at a terminal, and plainly from a pipe. */
final class TerminalCustomer {

    private static final String PROMPT = "> ";

    private TerminalCustomer() {}

    /** Somebody at this process' terminal. */
    static Customer interactive() {
        try {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(TerminalBuilder.builder().system(true).build())
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            return () -> {
                try {
                    return Optional.of(reader.readLine(PROMPT));
                } catch (UserInterruptException | EndOfFileException e) {
                    return Optional.empty();
                }
            };
        } catch (IOException e) {
            return piped(System.in, Charset.defaultCharset());
        }
    }

    /** A script. */
    static Customer piped(InputStream in, Charset charset) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
        return () -> {
            try {
                return Optional.ofNullable(reader.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
