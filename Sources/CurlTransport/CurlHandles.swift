internal import CCurl

/// Owns one `CURL *`.
///
/// It cannot be copied, so it is freed exactly once.
struct EasyHandle: ~Copyable {
    /// For callbacks and for the multi handle; never freed through this.
    let raw: UnsafeMutableRawPointer

    init() throws(TransportError) {
        guard let raw = curl_easy_init() else { throw .outOfResources(step: "curl_easy_init") }
        self.raw = raw
    }

    deinit { curl_easy_cleanup(raw) }

    func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
        try check(option, ccurl_set_long(raw, option, value))
    }

    func set(_ option: CURLoption, _ value: String) throws(TransportError) {
        try check(option, ccurl_set_string(raw, option, value))
    }

    func set(_ option: CURLoption, bytes value: Int) throws(TransportError) {
        try check(option, ccurl_set_offset(raw, option, curl_off_t(value)))
    }

    func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer) throws(TransportError) {
        try check(option, ccurl_set_pointer(raw, option, value))
    }

    func set(_ option: CURLoption, list value: borrowing TextList) throws(TransportError) {
        try check(option, ccurl_set_list(raw, option, value.raw))
    }

    func set(_ option: CURLoption, callback value: @escaping ccurl_bytes_callback) throws(TransportError) {
        try check(option, ccurl_set_bytes_callback(raw, option, value))
    }

    /// A number that libcurl knows about the transfer; 0 when it knows none.
    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return ccurl_get_long(raw, info, &value) == CURLE_OK ? value : 0
    }

    /// A count of bytes that libcurl knows about the transfer; 0 when it knows none.
    func bytes(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return ccurl_get_offset(raw, info, &value) == CURLE_OK ? Int(value) : 0
    }

    /// A text that libcurl knows about the transfer.
    func text(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard ccurl_get_string(raw, info, &value) == CURLE_OK, let value else { return nil }
        return String(cString: value)
    }
}

/// Turns a `CURLcode` of an option into an error; the only place that does.
func check(_ option: CURLoption, _ code: CURLcode) throws(TransportError) {
    guard code == CURLE_OK else {
        throw .optionRefused(option: "\(option.rawValue)", code: Int(code.rawValue))
    }
}

/// Owns a `curl_slist`, which libcurl reads for as long as the transfer runs.
struct TextList: ~Copyable {
    private(set) var raw: UnsafeMutablePointer<curl_slist>?

    init(_ texts: [String]) throws(TransportError) {
        raw = nil
        for text in texts {
            guard let longer = curl_slist_append(raw, text) else {
                throw .outOfResources(step: "curl_slist_append")
            }
            raw = longer
        }
    }

    deinit { curl_slist_free_all(raw) }
}

/// Owns one `CURLM *`.
struct MultiHandle: ~Copyable {
    let raw: UnsafeMutableRawPointer

    init() throws(TransportError) {
        guard CurlLibrary.isReady, let raw = curl_multi_init() else {
            throw .outOfResources(step: "curl_multi_init")
        }
        self.raw = raw
    }

    deinit { curl_multi_cleanup(raw) }

    func add(_ easy: borrowing EasyHandle) -> Bool { curl_multi_add_handle(raw, easy.raw) == CURLM_OK }

    /// Gives back a transfer that `nextFinished` has named.
    func removeEnded(_ transfer: Transfer) { curl_multi_remove_handle(raw, transfer.easy.raw) }

    /// Takes out a transfer before its end; the only way to do so.
    func removeRunning(_ transfer: Transfer) {
        transfer.abandon()
        curl_multi_remove_handle(raw, transfer.easy.raw)
    }

    func keepConnections(_ count: Int) { ccurl_multi_set_long(raw, CURLMOPT_MAXCONNECTS, count) }

    /// Lets every transfer go as far as it can without waiting.
    func perform() {
        var running: Int32 = 0
        curl_multi_perform(raw, &running)
    }

    /// Waits until something can go on, somebody wakes it, or the time is over.
    func wait(milliseconds: Int32) {
        var ready: Int32 = 0
        curl_multi_poll(raw, nil, 0, milliseconds, &ready)
    }

    /// The next transfer that ended, by its easy handle, with its CURLcode.
    func nextFinished() -> (easy: UnsafeMutableRawPointer, code: Int)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(raw, &left) {
            if message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle {
                return (easy, Int(ccurl_result(message).rawValue))
            }
        }
        return nil
    }
}
