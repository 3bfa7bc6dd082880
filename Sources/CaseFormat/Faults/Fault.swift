public import ContactRouting
public import Digests
public import JSONText
public import OpeningHours
public import PhoneNumbers

/// What is wrong at one place of a file.
public enum Fault: Hashable, Sendable {
    /// The file is not JSON as the reader takes it.
    case json(JSONError)
    case unknownKey(String, nearest: String?, known: [String])
    case missingKey(String)
    /// Exactly one of these keys belongs there.
    case needsOneOf([String])
    /// The first key makes sense beside the second only.
    case needsCompanion(String, with: String)
    case wrongType(expected: ExpectedKind, found: JSONValue.Kind)
    /// A text that is none of a closed list.
    case unknownValue(String, nearest: String?, known: [String])
    /// Not 1 to 32 of `a-z`, `0-9` and `-`.
    case malformedName(String)
    /// A value of the domain that is malformed; its text is not kept.
    case malformed(RoutingError)
    case malformedDay
    case impossibleDay
    case malformedInstant
    case offsetMissing
    case malformedForm(RequiredForm)
    case outOfRange(ClosedRange<Int64>)
    case textTooLong(characters: Int, max: Int)
    case tooMany(count: Int, max: Int)
    case tooFew(count: Int, min: Int)
    case controlCharacter
    /// Happened after the moment for which the case is decided.
    case laterThanDecision
    /// The fact at the first key is earlier than the one at the second, which it must follow.
    case before(String, String)
    case contradiction(Contradiction)
    case unknownChannel(String, nearest: String?)
    case unknownMerchant(String, nearest: String?)
    case unknownInstitution(String, nearest: String?)
    case unknownTimeZone(String, nearest: String?)
    case malformedHours(ParseError)
    case malformedPhone(PhoneNumberError)
    case impossiblePhone
    /// Digits to dial after the connection, which no plugin can use.
    case phoneExtension
    case unsafePath
    case duplicateEntry(String)
    /// The host is an IP address, has no dot, or a user or a port stands beside it.
    case unsafeLink
    case distrustedHost(String, DistrustedHost.Kind)
    /// - Source: C. conso. L121-16.
    case surchargedNumber
    /// More different opening hours than a directory may have.
    case tooManyHours(max: Int)
    /// Two entries of one name hold on the same day.
    case overlappingEntry(String)
    /// JSON, and no decision of this program.
    case notADecision
    case digestFailed(DigestError)
    /// A line of a batch is longer than the limit, in bytes.
    case lineTooLong(bytes: Int, max: Int)
}

/// What kind of value belongs at a place.
public enum ExpectedKind: String, Hashable, Sendable, CaseIterable {
    case object = "an object"
    case list = "a list"
    case text = "a text in quotation marks"
    case bool = "true or false"
    case wholeNumber = "a whole number"
    case merchant = "an identifier of the directory, or an object that describes the merchant"
}

/// The form of a text that has one.
public enum RequiredForm: String, Hashable, Sendable, CaseIterable {
    case httpsAddress = "write a full web address that begins with https://"
    case e164 = "write the number as + and 7 to 15 digits, such as +33123456789"
    case languageCode = "write two small letters of ISO 639-1, such as fr"
    case handle = "write @ and letters, digits, points, hyphens or underscores, such as @boutique"
    case addressLine = "leave no space at the beginning or end of a line of an address"
    case capitalLine =
        "write lines 4 and below with capitals, digits, single spaces and hyphens only (NF Z 10-011)"
    case hostName = "write the name of a host in small letters, without https:// and without a path"
    case digest = "write sha256: and 64 hexadecimal digits"
    case schemaVersion = "this program reads schemaVersion 1"
}
