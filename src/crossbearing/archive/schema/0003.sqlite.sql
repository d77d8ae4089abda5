INSERT INTO weighed
  SELECT ordinal, id, printf('%09d', ordinal), kind, happened, responsible, 0, NULL, NULL, NULL, seal, stored, body
  FROM events ORDER BY ordinal;
DROP TABLE events;
ALTER TABLE weighed RENAME TO events;
CREATE UNIQUE INDEX events_by_id ON events (id);
CREATE INDEX events_in_order ON events (sorting, seal);
CREATE INDEX events_by_day ON events (whole, earliest, latest, lat);
