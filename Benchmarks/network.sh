# The part of run.sh that sends: servers on loopback, and the measurements of mails and requests. Read by run.sh.
# shellcheck shell=sh

# compile OUTPUT SOURCE FLAG…: with the first C compiler there is.
compile() {
    output=$1 source=$2
    shift 2
    for compiler in cc gcc clang; do
        command -v "$compiler" > /dev/null || continue
        "$compiler" -O2 -o "$output" "$source" "$@" && return 0
    done
    return 1
}

free_port() {
    "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# wait_for PORT: until something listens there, at most five seconds.
wait_for() {
    "$python" - "$1" << 'END'
import socket, sys, time
for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()
        sys.exit(0)
    except OSError:
        time.sleep(0.05)
sys.exit(f"bench: nothing listens on port {sys.argv[1]}")
END
}

start_network() {
    PATH=$PATH:/usr/sbin
    sink_pid='' nginx_pid=''
    if ! command -v smtp-sink > /dev/null || ! command -v nginx > /dev/null; then
        echo "bench: postfix or nginx is not there, so no sending is measured."
        return 0
    fi
    # Postfix's sink refuses to stay root.
    sink_user=
    [ "$(id -u)" -ne 0 ] || sink_user="-u nobody"
    sink_port=$(free_port)
    # shellcheck disable=SC2086 # two words or none
    smtp-sink $sink_user "127.0.0.1:$sink_port" 256 2> "$work/sink.log" &
    sink_pid=$!
    nginx_port=$(free_port)
    mkdir -p "$work/nginx"
    cat > "$work/nginx.conf" << END
daemon off;
worker_processes 1;
pid $work/nginx/pid;
events { worker_connections 512; }
http {
    access_log off;
    keepalive_requests 1000000000;
    client_body_buffer_size 64k;
    client_body_temp_path $work/nginx/body;
    proxy_temp_path $work/nginx/proxy;
    fastcgi_temp_path $work/nginx/fastcgi;
    uwsgi_temp_path $work/nginx/uwsgi;
    scgi_temp_path $work/nginx/scgi;
    server { listen 127.0.0.1:$nginx_port; location / { return 204; } }
}
END
    nginx -e "$work/nginx/error.log" -c "$work/nginx.conf" 2> "$work/nginx.log" &
    nginx_pid=$!
    wait_for "$sink_port" && wait_for "$nginx_port"
    compile "$work/libcurl_smtp" Benchmarks/peers/libcurl_smtp.c -lcurl -lpthread \
        && compile "$work/libcurl_http" Benchmarks/peers/libcurl_http.c -lcurl \
        || { echo "bench: there is no C compiler, so sending is not compared with libcurl in C."; c_peers=no; }
    "$python" - "$work" << 'END'
import base64, pathlib, random, sys
work = pathlib.Path(sys.argv[1])
head = b"From: a@exemple.example\r\nTo: b@exemple.example\r\nSubject: mail\r\n"
(work / "mail-2k").write_bytes(head + b"\r\n" + (b"x" * 76 + b"\r\n") * 25)
pdf = random.Random(1).randbytes(60_000)
(work / "60k.pdf").write_bytes(pdf)
(work / "text").write_bytes(b"Bonjour,\r\n\r\nvoici la lettre.\r\n")
encoded = base64.b64encode(pdf)
lines = b"".join(encoded[i : i + 76] + b"\r\n" for i in range(0, len(encoded), 76))
kind = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
(work / "mail-60k").write_bytes(head + kind + b"\r\n" + lines)
(work / "body").write_bytes(b'{"text":"' + b"y" * 1000 + b'"}')
END
}

stop_network() {
    for pid in ${sink_pid:-} ${nginx_pid:-}; do kill "$pid" 2> /dev/null || :; done
}

measure_network() {
    [ -n "$nginx_pid" ] || return 0
    relay="smtp://127.0.0.1:$sink_port"
    for size in 2k 60k; do
        mail_job=smtp-$size count=$mails
        [ "$size" = 2k ] || count=$((mails / 5))
        measure "$mail_job" "recours-bench smtp" \
            "$ours" smtp --url "$relay" --mail "$work/mail-$size" --count "$count" --sessions 10
        if [ "$size" = 60k ]; then
            measure "$mail_job-mime" "recours-bench smtp, MIME made for each" "$ours" smtp --url "$relay" \
                --mail "$work/text" --attach "$work/60k.pdf" --count "$count" --sessions 10
        fi
        if [ "$c_peers" = yes ]; then
            measure "$mail_job" "libcurl in C" \
                "$work/libcurl_smtp" "$relay/localhost" "$work/mail-$size" "$count" 10
            [ "$size" = 2k ] || measure "$mail_job-mime" "libcurl in C, MIME ready made" \
                "$work/libcurl_smtp" "$relay/localhost" "$work/mail-$size" "$count" 10
        fi
        for client in smtplib aiosmtplib; do
            measure "$mail_job" "$client" "$python" Benchmarks/peers/smtplib_mails.py --client "$client" \
                --port "$sink_port" --mail "$work/mail-$size" --count "$((count / 2))"
        done
    done
    measure smtp-2k "smtp-source (writes bytes, checks little)" \
        "$python" Benchmarks/peers/network_tools.py smtp-source "127.0.0.1:$sink_port" 2000 10 "$mails"
    endpoint="http://127.0.0.1:$nginx_port/"
    measure http "recours-bench http" \
        "$ours" http --url "$endpoint" --body "$work/body" --sessions 16 --seconds "$seconds"
    if [ "$c_peers" = yes ]; then
        measure http "libcurl multi in C" "$work/libcurl_http" "$endpoint" "$work/body" 16 "$seconds"
    fi
    measure http "curl --parallel" \
        "$python" Benchmarks/peers/network_tools.py curl "$endpoint" "$work/body" 16 20000
    measure http "wrk" "$python" Benchmarks/peers/network_tools.py wrk "$endpoint" "$work/body" 16 "$seconds"
}
