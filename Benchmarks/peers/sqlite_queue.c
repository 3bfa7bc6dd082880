// Measures SQLite alone: the rows that a store of cases writes, by the shortest C that writes them.
//
//     sqlite_queue enqueue STORE BATCH SECONDS
//     sqlite_queue process STORE CLAIMS SECONDS
//
// STORE is a file that `recours-bench queue-enqueue` or `queue-process` has made: its schema, its settings and its cases are
// the ones that are measured there. Statements are prepared once, nothing is checked that a constraint checks, and every hash
// of the log and of the files is computed. Prints {"value": N} as the last line: deliveries a second.

#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CASES 1000
#define NOW 1795422600
#define DIGEST 32

static sqlite3 *store;
static const char detail[] = "{\"attempts\":0,\"state\":{\"queued\":{\"from\":1795422600}}}";

static void fail(const char *what) {
    fprintf(stderr, "sqlite_queue: %s: %s\n", what, store ? sqlite3_errmsg(store) : "");
    exit(1);
}

static void run(const char *sql) {
    if (sqlite3_exec(store, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(store, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) fail(sql);
    return statement;
}

static void step(sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_sql(statement));
    sqlite3_reset(statement);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static const EVP_MD *sha256;

static void digest(const void *bytes, size_t count, unsigned char out[DIGEST]) {
    if (EVP_Digest(bytes, count, out, NULL, sha256, NULL) != 1) fail("a digest");
}

static void text(sqlite3_stmt *statement, int place, const char *value) {
    sqlite3_bind_text(statement, place, value, -1, SQLITE_STATIC);
}

static void blob(sqlite3_stmt *statement, int place, const void *value, size_t count) {
    sqlite3_bind_blob(statement, place, value, (int)count, SQLITE_STATIC);
}

static void number(sqlite3_stmt *statement, int place, sqlite3_int64 value) {
    sqlite3_bind_int64(statement, place, value);
}

static size_t big_endian(unsigned char *place, uint64_t value) {
    for (int byte = 0; byte < 8; byte++) place[byte] = (unsigned char)(value >> (56 - 8 * byte));
    return 8;
}

// Adds one entry to the log of a case, with its hash.
static void append(
    const char *kind, const char *reference, sqlite3_int64 id, sqlite3_int64 entries, const void *head, int count) {
    static sqlite3_stmt *insert, *update;
    if (!insert) {
        insert = prepare(
            "INSERT INTO log (case_id, sequence, at, kind, payload, salt, payload_digest, facts_digest, hash, once) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)");
        update = prepare("UPDATE cases SET changed_at = ?, entries = ?, head = ? WHERE id = ?");
    }
    unsigned char salted[128], payload_digest[DIGEST], hash[DIGEST], bytes[256];
    for (int byte = 0; byte < 16; byte++) salted[byte] = (unsigned char)rand();
    int length = snprintf((char *)salted + 16, 100, "{\"channel\":\"email\",\"number\":%d}", count);
    digest(salted, (size_t)length + 16, payload_digest);
    size_t end = 0;
    memcpy(bytes, "recours-log-v1", 15), end += 15;
    memcpy(bytes + end, head, DIGEST), end += DIGEST;
    bytes[end++] = (unsigned char)strlen(reference);
    memcpy(bytes + end, reference, strlen(reference)), end += strlen(reference);
    end += big_endian(bytes + end, (uint64_t)entries + 1);
    end += big_endian(bytes + end, NOW);
    bytes[end++] = (unsigned char)strlen(kind);
    memcpy(bytes + end, kind, strlen(kind)), end += strlen(kind);
    memcpy(bytes + end, payload_digest, DIGEST), end += DIGEST;
    memset(bytes + end, 0, DIGEST), end += DIGEST;
    digest(bytes, end, hash);
    number(insert, 1, id), number(insert, 2, entries + 1), number(insert, 3, NOW), text(insert, 4, kind);
    blob(insert, 5, salted + 16, (size_t)length), blob(insert, 6, salted, 16);
    blob(insert, 7, payload_digest, DIGEST), blob(insert, 8, hash, DIGEST);
    step(insert);
    number(update, 1, NOW), number(update, 2, entries + 1), blob(update, 3, hash, DIGEST), number(update, 4, id);
    step(update);
}

static void enqueue(int count) {
    static sqlite3_stmt *find, *known, *insert, *prepared, *same, *file, *join;
    if (!find) {
        find = prepare("SELECT id, entries, head FROM cases WHERE reference = ? AND closed_at IS NULL");
        known = prepare("SELECT id FROM deliveries WHERE key = ?");
        insert = prepare(
            "INSERT INTO deliveries (reference, case_id, key, channel, state, detail, due, latest, created_at, claims, "
            "rescues, token, revision) VALUES (?, ?, ?, 'email', 'queued', ?, ?, ?, ?, 0, 0, 0, 1)");
        prepared = prepare("INSERT INTO preparations (delivery_id, manifest) VALUES (?, ?)");
        same = prepare("SELECT id FROM files WHERE digest = ?");
        file = prepare("INSERT INTO files (digest, bytes) VALUES (?, ?)");
        join = prepare("INSERT INTO delivery_files (delivery_id, position, file_id) VALUES (?, 0, ?)");
    }
    static char manifest[400];
    char name[32], reference[32], message[1200];
    unsigned char hash[DIGEST];
    snprintf(name, sizeof name, "c-%d", count);
    snprintf(reference, sizeof reference, "case-%d", count % CASES);
    memset(manifest, ' ', sizeof manifest);
    int head = snprintf(message, sizeof message, "Message-ID: <%s@example.org>\r\n\r\n", name);
    memset(message + head, 'a', 1000);
    digest(message, (size_t)head + 1000, hash);

    text(known, 1, name);
    if (sqlite3_step(known) == SQLITE_ROW) fail("a key is known");
    sqlite3_reset(known);
    text(find, 1, reference);
    if (sqlite3_step(find) != SQLITE_ROW) fail("no such case");
    sqlite3_int64 id = sqlite3_column_int64(find, 0), entries = sqlite3_column_int64(find, 1);
    unsigned char last[DIGEST];
    memcpy(last, sqlite3_column_blob(find, 2), DIGEST);
    sqlite3_reset(find);
    append("queued", reference, id, entries, last, count);
    text(insert, 1, name), number(insert, 2, id), text(insert, 3, name), blob(insert, 4, detail, sizeof detail - 1);
    number(insert, 5, NOW), number(insert, 6, NOW + 172800), number(insert, 7, NOW);
    step(insert);
    sqlite3_int64 delivery = sqlite3_last_insert_rowid(store);
    number(prepared, 1, delivery), blob(prepared, 2, manifest, sizeof manifest);
    step(prepared);
    blob(same, 1, hash, DIGEST);
    if (sqlite3_step(same) == SQLITE_ROW) fail("a file is known");
    sqlite3_reset(same);
    blob(file, 1, hash, DIGEST), blob(file, 2, message, (size_t)head + 1000);
    step(file);
    number(join, 1, delivery), number(join, 2, sqlite3_last_insert_rowid(store));
    step(join);
}

struct claim {
    sqlite3_int64 id, case_id, token;
};

static int take(struct claim *claims, int limit) {
    static sqlite3_stmt *due, *update;
    if (!due) {
        due = prepare(
            "SELECT d.id, d.case_id, d.token, d.reference, c.reference, d.key, d.channel, d.state, d.detail, d.due, "
            "d.latest, d.created_at, d.claims, d.rescues, d.revision FROM deliveries AS d "
            "JOIN cases AS c ON c.id = d.case_id WHERE d.due IS NOT NULL AND d.due <= ? "
            "ORDER BY d.latest, d.due, d.id LIMIT ?");
        update = prepare(
            "UPDATE deliveries SET state = 'sending', detail = ?, due = NULL, worker = 'c', lease_until = ?, "
            "token = token + 1, claims = claims + 1, revision = revision + 1 WHERE id = ?");
    }
    int count = 0;
    number(due, 1, NOW), number(due, 2, limit);
    while (sqlite3_step(due) == SQLITE_ROW) {
        claims[count].id = sqlite3_column_int64(due, 0);
        claims[count].case_id = sqlite3_column_int64(due, 1);
        claims[count++].token = sqlite3_column_int64(due, 2) + 1;
    }
    sqlite3_reset(due);
    for (int index = 0; index < count; index++) {
        blob(update, 1, detail, sizeof detail - 1), number(update, 2, NOW + 60), number(update, 3, claims[index].id);
        step(update);
    }
    return count;
}

static void settle(struct claim claim, int count) {
    static sqlite3_stmt *find, *update;
    if (!find) {
        find = prepare("SELECT reference, entries, head FROM cases WHERE id = ?");
        update = prepare(
            "UPDATE deliveries SET state = 'accepted', detail = ?, due = NULL, worker = NULL, lease_until = NULL, "
            "revision = revision + 1 WHERE id = ? AND token = ? AND lease_until IS NOT NULL");
    }
    number(find, 1, claim.case_id);
    if (sqlite3_step(find) != SQLITE_ROW) fail("no such case");
    char reference[40];
    unsigned char last[DIGEST];
    snprintf(reference, sizeof reference, "%s", (const char *)sqlite3_column_text(find, 0));
    sqlite3_int64 entries = sqlite3_column_int64(find, 1);
    memcpy(last, sqlite3_column_blob(find, 2), DIGEST);
    sqlite3_reset(find);
    append("accepted", reference, claim.case_id, entries, last, count);
    blob(update, 1, detail, sizeof detail - 1), number(update, 2, claim.id), number(update, 3, claim.token);
    step(update);
    if (sqlite3_changes(store) != 1) fail("a claim was lost");
}

int main(int argc, char **argv) {
    if (argc != 5) fail("usage: sqlite_queue enqueue|process STORE NUMBER SECONDS");
    int many = atoi(argv[3]), done = 0;
    if (many < 1 || many > 1000) fail("the number is out of range");
    sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    if (sqlite3_open_v2(argv[2], &store, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) fail("the store");
    run("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"
        "PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY");
    if (strcmp(argv[1], "process") == 0) {
        for (int start = 0; start < 30000; start += 500) {
            run("BEGIN IMMEDIATE");
            for (int index = start; index < start + 500; index++) enqueue(index);
            run("COMMIT");
        }
    }
    double start = seconds(), end = start + atof(argv[4]);
    struct claim claims[1000];
    while (seconds() < end) {
        run("BEGIN IMMEDIATE");
        if (strcmp(argv[1], "enqueue") == 0) {
            for (int index = 0; index < many; index++) enqueue(done + index);
            run("COMMIT");
            done += many;
            continue;
        }
        int count = take(claims, many);
        run("COMMIT");
        if (count < many) fail("there were too few deliveries");
        run("BEGIN IMMEDIATE");
        for (int index = 0; index < count; index++) settle(claims[index], done + index);
        run("COMMIT");
        done += count;
    }
    printf("{\"value\": %.1f}\n", done / (seconds() - start));
    return 0;
}
