package io.parley.campaign;

/**
 * Something wrong in a campaign folder.
 *
 * @param file relative to the folder
 * @param line from 1; 0 where the whole file is meant
 * @param what is wrong
 * @param remedy what to do about it
 */
public record CampaignProblem(String file, int line, String what, String remedy) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what + ". " + remedy;
    }
}
