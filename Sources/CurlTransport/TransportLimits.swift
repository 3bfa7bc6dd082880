/// The limits of one port, each with its unit in its type or name.
///
/// Over a limit the transfer ends, and its result says what is proved. Nothing is cut silently.
public struct TransportLimits: Hashable, Sendable {
    /// Longest time until the connection can carry a request: name, TCP, TLS, and for mail banner and login.
    public var connectTimeMax: Duration
    /// Longest time of a whole transfer, waiting for a free connection not included.
    public var totalTimeMax: Duration
    /// Longest time in which nothing moves, before the whole request was handed over.
    public var stallTimeMax: Duration
    /// Longest wait for the answer once the whole request was handed over.
    ///
    /// RFC 5321 section 4.5.3.2.6 asks for 10 minutes after the final dot: whoever gives up sooner creates unknown
    /// outcomes.
    public var replyTimeMax: Duration
    /// Largest message or request body, in bytes.
    public var messageBytesMax: Int
    /// Largest response body, in bytes, counted as it arrives.
    public var responseBytesMax: Int
    /// Largest sum of all response header or reply lines, in bytes.
    public var headerBytesMax: Int
    /// Most transfers at the same time; each may keep one connection open.
    public var transfersMax: Int
    /// Most transfers that may wait for their turn.
    public var waitingMax: Int

    /// What suits a mail relay.
    ///
    /// The limit of reply lines stands below libcurl's own of 300 KiB, so that the result names ours.
    public static let mail = TransportLimits(
        connectTimeMax: .seconds(30), totalTimeMax: .seconds(1200), stallTimeMax: .seconds(120),
        replyTimeMax: .seconds(600), messageBytesMax: 25_000_000, responseBytesMax: 65_536,
        headerBytesMax: 262_144,
        transfersMax: 4, waitingMax: 10_000)

    /// What suits a provider's HTTP interface.
    public static let http = TransportLimits(
        connectTimeMax: .seconds(15), totalTimeMax: .seconds(120), stallTimeMax: .seconds(60),
        replyTimeMax: .seconds(60), messageBytesMax: 25_000_000, responseBytesMax: 1_048_576,
        headerBytesMax: 65_536,
        transfersMax: 16, waitingMax: 10_000)
}

extension Duration {
    /// Whole milliseconds, at least 1 because 0 means "no limit" to libcurl, at most 24 days.
    var curlMilliseconds: Int {
        let (seconds, attoseconds) = components
        let whole = min(max(seconds, 0), 2_000_000)
        return max(1, Int(whole) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
