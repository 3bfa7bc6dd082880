internal import CCurl
internal import ContactRouting

extension Transfer {
    /// Sets what no transfer changes; what is set nowhere stays as libcurl ships it.
    func configureAlways() throws(TransportError) {
        try easy.set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        // An empty text also keeps libcurl from reading http_proxy and its like from the environment.
        try easy.set(CURLOPT_PROXY, "")
        try easy.set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try easy.set(CURLOPT_NOSIGNAL, 1)
        try easy.set(CURLOPT_NOPROGRESS, 0)
        try easy.set(CURLOPT_FOLLOWLOCATION, 0)
        try easy.set(CURLOPT_SSL_VERIFYPEER, 1)
        try easy.set(CURLOPT_SSL_VERIFYHOST, 2)
        try easy.set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    }

    /// Sets what this transfer needs; nothing twice that stands already.
    ///
    /// - Parameter last: the transfer of the same engine that the handle served before, without its body.
    func configure(after last: TransferPlan?) throws(TransportError) {
        if plan.url != last?.url { try easy.set(CURLOPT_URL, plan.url) }
        if plan.scheme != last?.scheme { try easy.set(CURLOPT_PROTOCOLS_STR, plan.scheme) }
        if let file = plan.authorityFile, file != last?.authorityFile { try easy.set(CURLOPT_CAINFO, file) }
        if plan.limits != last?.limits {
            try easy.set(CURLOPT_CONNECTTIMEOUT_MS, plan.limits.connectTimeMax.curlMilliseconds)
            try easy.set(CURLOPT_TIMEOUT_MS, plan.limits.totalTimeMax.curlMilliseconds)
        }
        switch plan.kind {
        case .mail(let mail): try configure(mail, after: last)
        case .http(let http): try configure(http, after: last)
        case .probe(let probe): try configure(probe)
        }
    }

    /// A probe has a handle of its own, so that nothing stands from a transfer before.
    private func configure(_ probe: TransferPlan.ProbePart) throws(TransportError) {
        guard let security = probe.security else {
            try easy.set(CURLOPT_CONNECT_ONLY, 1)
            return
        }
        // Without a sender and an upload libcurl logs in, says this one command and leaves.
        try easy.set(CURLOPT_CUSTOMREQUEST, "NOOP")
        try easy.set(CURLOPT_NOBODY, 1)
        try easy.set(CURLOPT_USE_SSL, Int(security.sslUse.rawValue))
        guard let credentials = probe.credentials else { return }
        try easy.set(CURLOPT_USERNAME, credentials.username)
        try easy.set(CURLOPT_PASSWORD, credentials.password.reveal())
    }

    private func configure(_ mail: TransferPlan.MailPart, after last: TransferPlan?) throws(TransportError) {
        let before = last?.mail
        if mail.recipient != before?.recipient { try use(["<\(mail.recipient)>"], for: CURLOPT_MAIL_RCPT) }
        if mail.sender != before?.sender { try easy.set(CURLOPT_MAIL_FROM, "<\(mail.sender)>") }
        try easy.set(CURLOPT_INFILESIZE_LARGE, bytes: plan.body.count)
        guard
            mail.security != before?.security || mail.credentials != before?.credentials
                || plan.limits != last?.limits
        else { return }
        try easy.set(CURLOPT_UPLOAD, 1)
        try easy.set(CURLOPT_USE_SSL, Int(mail.security.sslUse.rawValue))
        // Whole seconds; our own watch is exact, this one only stands behind it.
        try easy.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, plan.limits.replyTimeMax.curlMilliseconds / 1000 + 1)
        guard let credentials = mail.credentials else { return }
        try easy.set(CURLOPT_USERNAME, credentials.username)
        try easy.set(CURLOPT_PASSWORD, credentials.password.reveal())
    }

    private func configure(_ http: TransferPlan.HTTPPart, after last: TransferPlan?) throws(TransportError) {
        let before = last?.http
        if before == nil { try easy.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1) }
        if plan.limits != last?.limits {
            try easy.set(CURLOPT_LOW_SPEED_LIMIT, 1)
            try easy.set(
                CURLOPT_LOW_SPEED_TIME, max(1, plan.limits.stallTimeMax.curlMilliseconds / 1000))
        }
        if http.headers != before?.headers { try use(http.headers, for: CURLOPT_HTTPHEADER) }
        if http.method != before?.method { try easy.set(CURLOPT_CUSTOMREQUEST, http.method) }
        try setBody(http.bodyWay, after: before?.bodyWay)
        // A request without a body is the step of a provider that cannot be undone: a kept connection that died unseen
        // would leave it unknown.
        try easy.set(CURLOPT_FRESH_CONNECT, http.bodyWay != .none && plan.body.isEmpty ? 1 : 0)
    }

    private func setBody(_ way: TransferPlan.BodyWay, after last: TransferPlan.BodyWay?)
        throws(TransportError)
    {
        switch way {
        case .none:
            // Taking UPLOAD or POST away leaves another method behind, so a GET is asked for by its own option.
            if way != last { try easy.set(CURLOPT_HTTPGET, 1) }
        case .whole:
            if way != last {
                try easy.set(CURLOPT_UPLOAD, 0)
                try easy.set(CURLOPT_POSTFIELDS, pointer: holdBody())
            } else {
                _ = holdBody()
            }
            try easy.set(CURLOPT_POSTFIELDSIZE_LARGE, bytes: plan.body.count)
        case .pieces:
            if way != last { try easy.set(CURLOPT_UPLOAD, 1) }
            try easy.set(CURLOPT_INFILESIZE_LARGE, bytes: plan.body.count)
        }
    }
}

extension MailSecurity {
    var sslUse: curl_usessl {
        switch self {
        case .implicitTLS, .startTLS: CURLUSESSL_ALL
        case .plainLoopback: CURLUSESSL_NONE
        }
    }
}
