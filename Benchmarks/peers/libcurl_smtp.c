/* Measures libcurl in C: mails a second to one relay over kept connections.

     libcurl_smtp URL MAIL COUNT SESSIONS

   One thread and one easy handle for each connection, because libcurl waits for the reply after a mail's final dot: on
   one multi handle every mail would wait for every other. MAIL is the message with CRLF line ends. Prints
   {"value": N} as the last line. */
#include <curl/curl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *url;
static char *mail;
static size_t mail_size;
static atomic_long left;
static atomic_long wrong;

struct place {
    size_t sent;
};

static size_t read_mail(char *target, size_t size, size_t count, void *context) {
    struct place *place = context;
    size_t room = size * count, rest = mail_size - place->sent;
    size_t now = rest < room ? rest : room;
    memcpy(target, mail + place->sent, now);
    place->sent += now;
    return now;
}

static size_t drop(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

static void *session(void *unused) {
    (void)unused;
    struct place place = {0};
    CURL *easy = curl_easy_init();
    struct curl_slist *recipients = curl_slist_append(NULL, "<b@exemple.example>");
    if (!easy || !recipients) exit(1);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_MAIL_FROM, "<a@exemple.example>");
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)mail_size);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, read_mail);
    curl_easy_setopt(easy, CURLOPT_READDATA, &place);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
    while (atomic_fetch_sub(&left, 1) > 0) {
        long code = 0;
        place.sent = 0;
        CURLcode result = curl_easy_perform(easy);
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &code);
        if (result != CURLE_OK || code != 250) atomic_fetch_add(&wrong, 1);
    }
    curl_easy_cleanup(easy);
    curl_slist_free_all(recipients);
    return NULL;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run(long count, int sessions) {
    pthread_t threads[64];
    atomic_store(&left, count);
    for (int i = 0; i < sessions; i++)
        if (pthread_create(&threads[i], NULL, session, NULL) != 0) exit(1);
    for (int i = 0; i < sessions; i++) pthread_join(threads[i], NULL);
}

int main(int argc, char **argv) {
    if (argc != 5) return fprintf(stderr, "usage: libcurl_smtp URL MAIL COUNT SESSIONS\n"), 2;
    url = argv[1];
    long count = atol(argv[3]);
    int sessions = atoi(argv[4]);
    FILE *file = fopen(argv[2], "rb");
    if (!file || count < 1 || sessions < 1 || sessions > 64) return 1;
    mail = malloc(32u << 20);
    mail_size = mail ? fread(mail, 1, 32u << 20, file) : 0;
    fclose(file);
    if (mail_size == 0 || curl_global_init(CURL_GLOBAL_DEFAULT) != 0) return 1;
    double begin = now();
    run(count, sessions);
    double seconds = now() - begin;
    if (atomic_load(&wrong) > 0) return fprintf(stderr, "%ld mails failed\n", atomic_load(&wrong)), 1;
    fprintf(stderr, "%ld mails of %zu bytes in %.2f s\n", count, mail_size, seconds);
    printf("{\"value\": %.1f}\n", (double)count / seconds);
    return 0;
}
