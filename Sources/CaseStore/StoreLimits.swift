internal import ContactRouting

/// What a store refuses because it is too large, each with its unit in the name.
public enum StoreLimit: String, Hashable, Sendable, CaseIterable {
    case factsBytes = "bytes of facts"
    case payloadBytes = "bytes in a log entry"
    case onceBytes = "bytes in what tells a happening from others"
    case files = "files of a delivery"
    case fileBytes = "bytes in the files of a delivery"
    case manifestBytes = "bytes in the description of a delivery"
    case stateBytes = "bytes in the state of a delivery"
    case orders = "orders in one call"
    case page = "rows on a page"
    case reminders = "reminders of a case"
    case entriesAtOnce = "log entries in one call"
    case deliveries = "deliveries of a case"
    case agendaBytes = "bytes in the agenda of a case"
}

/// The sizes that every store keeps to.
public enum StoreLimits {
    /// Largest `case.json`, in bytes: what reading one allows.
    public static let factsBytesMax = 8_388_608
    /// Largest payload of a log entry, in bytes.
    public static let payloadBytesMax = 262_144
    /// Longest identifier of a happening, in bytes.
    public static let onceBytesMax = 1024
    /// Largest state of a delivery, in bytes.
    public static let stateBytesMax = 65_536
    /// Most rows that one call writes or reads.
    public static let rowsMax = 1000
    /// Most deliveries of one case.
    public static let deliveriesPerCaseMax = 1000
}

/// - Throws: `CaseStoreError.overLimit` with both numbers.
func check(_ limit: StoreLimit, _ actual: Int, max: Int) throws(CaseStoreError) {
    guard actual <= max else { throw .overLimit(limit, actual: actual, max: max) }
}

extension LogDraft {
    /// - Throws: `CaseStoreError.overLimit`.
    public func checkLimits() throws(CaseStoreError) {
        try check(.payloadBytes, payload.reveal().count, max: StoreLimits.payloadBytesMax)
        try check(.onceBytes, once?.reveal().utf8.count ?? 0, max: StoreLimits.onceBytesMax)
    }
}

extension DeliveryStanding {
    /// - Throws: `CaseStoreError.overLimit`.
    public func checkLimits() throws(CaseStoreError) {
        try check(.stateBytes, detail.reveal().count, max: StoreLimits.stateBytesMax)
    }
}

extension StoreLimits {
    /// - Throws: `CaseStoreError.overLimit`.
    public static func checkFacts(_ facts: borrowing [UInt8]) throws(CaseStoreError) {
        try check(.factsBytes, facts.count, max: factsBytesMax)
    }

    /// Checks how many rows a call may read or write: `1...1000`.
    ///
    /// - Throws: `CaseStoreError.overLimit`.
    public static func checkRows(_ limit: StoreLimit, _ count: Int) throws(CaseStoreError) {
        guard count >= 0, count <= rowsMax else { throw .overLimit(limit, actual: count, max: rowsMax) }
    }
}
