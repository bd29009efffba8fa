package io.parley.standalone.stack;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** One line at the terminal that fills up; where nobody watches, a line of its own for every tenth. */
public final class ProgressBar {

    private static final int WIDTH = 18;

    private final PrintStream out;
    private final boolean terminal;
    private int tenths = -1;
    private int length;

    public ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On a stream of this process, as its standard output is: a terminal or not. */
    public static ProgressBar on(PrintStream out) {
        return new ProgressBar(
                out,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    /** How far the training of a campaign is. */
    public void show(TrainingProgress progress) {
        show(
                "learning " + progress.campaign() + ": " + progress.activity(),
                progress.fraction(),
                progress.secondsLeft());
    }

    /**
     * @param what is going on
     * @param fraction how far it is, in [0, 1]
     * @param secondsLeft at most; 0 while nothing is known
     */
    public void show(String what, double fraction, double secondsLeft) {
        int percent = (int) Math.floor(fraction * 100);
        String left = secondsLeft >= 1 ? ", about %d s left".formatted((long) Math.ceil(secondsLeft)) : "";
        if (terminal) {
            int filled = (int) Math.round(fraction * WIDTH);
            String line = "[%s%s] %3d %%  %s%s"
                    .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), percent, what, left);
            out.print('\r' + line + " ".repeat(Math.max(0, length - line.length())));
            out.flush();
            length = line.length();
        } else if (percent / 10 > tenths) {
            out.println("%3d %%  %s%s".formatted(percent, what, left));
        }
        tenths = Math.max(tenths, percent / 10);
    }

    /** Clears the line for what is printed next. */
    public void done() {
        if (terminal && length > 0) {
            out.print('\r' + " ".repeat(length) + '\r');
            out.flush();
            length = 0;
        }
    }
}
