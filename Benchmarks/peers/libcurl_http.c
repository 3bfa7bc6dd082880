/* Measures libcurl in C: requests a second over kept connections, on one multi handle.

     libcurl_http URL BODY SESSIONS SECONDS

   As many easy handles as connections; each posts again as soon as its answer is there. Only 200 and 204 are right.
   Prints {"value": N} as the last line. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static size_t drop(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc != 5) return fprintf(stderr, "usage: libcurl_http URL BODY SESSIONS SECONDS\n"), 2;
    static char body[1 << 20];
    int sessions = atoi(argv[3]);
    double wanted = atof(argv[4]);
    FILE *file = fopen(argv[2], "rb");
    if (!file || sessions < 1 || sessions > 256) return 1;
    size_t size = fread(body, 1, sizeof body, file);
    fclose(file);
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0) return 1;
    CURLM *multi = curl_multi_init();
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Expect:");
    if (!multi || !headers) return 1;
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)sessions);
    for (int i = 0; i < sessions; i++) {
        CURL *easy = curl_easy_init();
        if (!easy) return 1;
        curl_easy_setopt(easy, CURLOPT_URL, argv[1]);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
        curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)size);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
        curl_multi_add_handle(multi, easy);
    }
    long done = 0, measured = 0;
    double begin = now(), start = 0;
    for (;;) {
        int running = 0, left = 0;
        curl_multi_perform(multi, &running);
        CURLMsg *message;
        int any = 0;
        while ((message = curl_multi_info_read(multi, &left))) {
            if (message->msg != CURLMSG_DONE) continue;
            CURL *easy = message->easy_handle;
            long code = 0;
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &code);
            if (message->data.result != CURLE_OK || (code != 200 && code != 204))
                return fprintf(stderr, "a request failed: %d, %ld\n", (int)message->data.result, code), 1;
            curl_multi_remove_handle(multi, easy);
            curl_multi_add_handle(multi, easy);
            done++;
            any = 1;
        }
        double time = now();
        /* A tenth of the time warms up. */
        if (start == 0 && time - begin > wanted / 10) start = time, measured = done;
        if (start > 0 && time - start >= wanted) {
            printf("{\"value\": %.1f}\n", (double)(done - measured) / (time - start));
            return 0;
        }
        if (!any) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
}
