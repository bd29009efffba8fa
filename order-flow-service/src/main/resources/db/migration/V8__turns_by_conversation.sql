-- The conversations of a campaign are listed from this index alone: the turns themselves have thousands of characters each.
create index turns_by_conversation on turns (conversation_id, campaign, rehearsal, recorded_at);
