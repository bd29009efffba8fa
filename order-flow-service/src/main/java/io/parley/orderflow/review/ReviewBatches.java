package io.parley.orderflow.review;

import io.parley.contracts.review.ReviewBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Which rows were exported together, in the database. */
@Component
final class ReviewBatches {

    private final JdbcClient database;

    ReviewBatches(JdbcClient database) {
        this.database = database;
    }

    /** @return its id */
    long open(String campaign, int rows, int relabelled, Instant at, @Nullable String versionBefore) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("""
                        insert into review_batches (campaign, row_count, relabelled, exported_at, version_before)
                        values (:campaign, :rows, :relabelled, :at, :before)""")
                .param("campaign", campaign)
                .param("rows", rows)
                .param("relabelled", relabelled)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", versionBefore)
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gives no id to a batch");
        }
        return id.longValue();
    }

    /** The latest first. */
    List<ReviewBatch> all(String campaign) {
        return database.sql("select * from review_batches where campaign = ? order by id desc")
                .param(campaign)
                .query((row, number) -> read(row))
                .list();
    }

    void foundInCampaign(long id, Instant since) {
        database.sql("update review_batches set in_campaign_since = ? where id = ? and in_campaign_since is null")
                .params(since.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static ReviewBatch read(ResultSet row) throws SQLException {
        return new ReviewBatch(
                row.getLong("id"),
                row.getInt("row_count"),
                row.getInt("relabelled"),
                row.getObject("exported_at", OffsetDateTime.class).toInstant(),
                row.getString("version_before"),
                Optional.ofNullable(row.getObject("in_campaign_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
