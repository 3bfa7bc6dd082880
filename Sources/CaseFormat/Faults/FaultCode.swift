/// The kinds of faults of a file: a closed list, documented in docs/codes.md.
public enum FaultCode: String, Hashable, Sendable, CaseIterable {
    /// The file has no JSON value.
    case emptyFile = "empty-file"
    /// The file, or a line of a batch, is larger than the limit.
    case tooLarge = "too-large"
    /// Objects and lists are nested deeper than the limit.
    case tooDeep = "too-deep"
    /// A byte or half a surrogate pair that is not Unicode.
    case invalidUTF8 = "invalid-utf8"
    /// The file begins with a byte order mark.
    case byteOrderMark = "byte-order-mark"
    /// The file is not JSON.
    case malformedJSON = "malformed-json"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    /// Two keys of which only one may stand there.
    case exclusiveKeys = "exclusive-keys"
    case wrongType = "wrong-type"
    /// A text that is none of a closed list.
    case unknownValue = "unknown-value"
    /// A text that has not the form it must have.
    case malformedValue = "malformed-value"
    /// A number outside its range.
    case outOfRange = "out-of-range"
    case emptyText = "empty-text"
    case tooLong = "too-long"
    case tooMany = "too-many"
    case tooFew = "too-few"
    /// A line break, NUL or another control character where one line of text is expected.
    case controlCharacter = "control-character"
    /// A day that no calendar has.
    case impossibleDate = "impossible-date"
    case offsetMissing = "offset-missing"
    case laterThanDecision = "later-than-decision"
    /// Two facts that cannot both be true.
    case contradiction
    case unknownChannel = "unknown-channel"
    case unknownMerchant = "unknown-merchant"
    case unknownInstitution = "unknown-institution"
    case unknownTimeZone = "unknown-time-zone"
    case malformedHours = "malformed-hours"
    case impossiblePhone = "impossible-phone"
    /// A path that leads out of the folder of the case.
    case unsafePath = "unsafe-path"
    case duplicateEntry = "duplicate-entry"
    /// A link of a directory that leads to no public host by its name.
    case unsafeLink = "unsafe-link"
    /// A look-alike shop or a paid relay, which the directory itself distrusts.
    case distrustedHost = "distrusted-host"
    /// A complaint line that costs more than an ordinary call.
    case surchargedNumber = "surcharged-number"
    /// JSON that is no decision of this program where one is expected.
    case notADecision = "not-a-decision"
    /// The machine could not compute a digest.
    case digestFailed = "digest-failed"
}
