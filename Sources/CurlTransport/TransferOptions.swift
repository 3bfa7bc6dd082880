internal import CCurl
internal import ContactRouting

extension Transfer {
    /// Sets every option of the transfer; what is not set here stays as libcurl ships it.
    func configure(_ list: borrowing TextList) throws(TransportError) {
        try configureCommon()
        switch plan.kind {
        case .mail(let mail): try configure(mail, list)
        case .http(let http): try configure(http, list)
        }
    }

    private func configureCommon() throws(TransportError) {
        try easy.set(CURLOPT_URL, plan.url)
        try easy.set(CURLOPT_PROTOCOLS_STR, plan.scheme)
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
        if let file = plan.authorityFile { try easy.set(CURLOPT_CAINFO, file) }
        try easy.set(CURLOPT_CONNECTTIMEOUT_MS, plan.limits.connectTimeMax.curlMilliseconds)
        try easy.set(CURLOPT_TIMEOUT_MS, plan.limits.totalTimeMax.curlMilliseconds)
    }

    private func configure(_ mail: TransferPlan.MailPart, _ recipients: borrowing TextList)
        throws(TransportError)
    {
        try easy.set(CURLOPT_MAIL_FROM, "<\(mail.sender)>")
        try easy.set(CURLOPT_MAIL_RCPT, list: recipients)
        try easy.set(CURLOPT_UPLOAD, 1)
        try easy.set(CURLOPT_INFILESIZE_LARGE, bytes: plan.body.count)
        try easy.set(CURLOPT_USE_SSL, Int(mail.security.sslUse.rawValue))
        // Whole seconds; our own watch is exact, this one only stands behind it.
        try easy.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, plan.limits.replyTimeMax.curlMilliseconds / 1000 + 1)
        guard let credentials = mail.credentials else { return }
        try easy.set(CURLOPT_USERNAME, credentials.username)
        try easy.set(CURLOPT_PASSWORD, credentials.password.reveal())
    }

    private func configure(_ http: TransferPlan.HTTPPart, _ headers: borrowing TextList)
        throws(TransportError)
    {
        try easy.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try easy.set(CURLOPT_HTTPHEADER, list: headers)
        try easy.set(CURLOPT_CUSTOMREQUEST, http.method)
        try easy.set(CURLOPT_LOW_SPEED_LIMIT, 1)
        try easy.set(CURLOPT_LOW_SPEED_TIME, max(1, plan.limits.stallTimeMax.curlMilliseconds / 1000))
        guard !http.isSafe else { return }
        // The body goes through the read callback and cannot be rewound: libcurl then cannot repeat a request on its own
        // when a kept connection dies under it. Without a body nothing stops it, so no kept connection is used.
        try easy.set(CURLOPT_UPLOAD, 1)
        try easy.set(CURLOPT_INFILESIZE_LARGE, bytes: plan.body.count)
        if plan.body.isEmpty { try easy.set(CURLOPT_FRESH_CONNECT, 1) }
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
