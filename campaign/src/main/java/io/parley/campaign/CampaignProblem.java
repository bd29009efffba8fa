package io.parley.campaign;

/**
 * Something wrong in a campaign folder.
 *
 * @param file relative to the folder
 * @param line from 1; 0 where the whole file is meant
 * @param what is wrong
 * @param remedy what to do about it
 * @param severity whether the campaign can sell in spite of it
 */
public record CampaignProblem(String file, int line, String what, String remedy, Severity severity) {

    /** How bad it is. */
    public enum Severity {
        /** What is written cannot be used. */
        ERROR,
        /** It can be used and will probably disappoint. */
        WARNING
    }

    /** An error. */
    public CampaignProblem(String file, int line, String what, String remedy) {
        this(file, line, what, remedy, Severity.ERROR);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Without the place, for where there is only one. */
    public String message() {
        return (isError() ? "" : "warning: ") + what + ". " + remedy;
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message();
    }
}
