internal import ContactRouting
internal import JSONText

extension Fault {
    /// The stable name of this kind of fault.
    public var code: FaultCode {
        switch self {
        case .json(let error): Self.code(of: error)
        case .malformed(let error): Self.code(of: error)
        case .unknownKey: .unknownKey
        case .missingKey, .needsCompanion: .missingKey
        case .needsOneOf: .exclusiveKeys
        case .wrongType: .wrongType
        case .unknownValue: .unknownValue
        case .malformedName, .malformedDay, .malformedInstant, .malformedForm, .malformedPhone,
            .phoneExtension:
            .malformedValue
        case .impossibleDay: .impossibleDate
        case .offsetMissing: .offsetMissing
        case .outOfRange: .outOfRange
        case .textTooLong: .tooLong
        case .tooMany, .tooManyHours: .tooMany
        case .tooFew: .tooFew
        case .controlCharacter: .controlCharacter
        case .laterThanDecision: .laterThanDecision
        case .before, .contradiction: .contradiction
        case .unknownChannel: .unknownChannel
        case .unknownMerchant: .unknownMerchant
        case .unknownInstitution: .unknownInstitution
        case .unknownTimeZone: .unknownTimeZone
        case .malformedHours: .malformedHours
        case .impossiblePhone: .impossiblePhone
        case .unsafePath: .unsafePath
        case .duplicateEntry, .overlappingEntry: .duplicateEntry
        case .unsafeLink: .unsafeLink
        case .distrustedHost: .distrustedHost
        case .surchargedNumber: .surchargedNumber
        case .notADecision: .notADecision
        case .digestFailed: .digestFailed
        case .lineTooLong: .tooLarge
        }
    }

    private static func code(of error: JSONError) -> FaultCode {
        switch error {
        case .empty: .emptyFile
        case .byteOrderMark: .byteOrderMark
        case .invalidUTF8, .loneSurrogate: .invalidUTF8
        case .unexpectedCharacter, .unexpectedEnd, .unterminatedString, .badEscape, .badNumber,
            .trailingContent:
            .malformedJSON
        case .controlCharacter: .controlCharacter
        case .tooDeep: .tooDeep
        case .tooLarge: .tooLarge
        case .textTooLong, .numberTooLong: .tooLong
        case .duplicateKey: .duplicateKey
        }
    }

    private static func code(of error: RoutingError) -> FaultCode {
        switch error {
        case .malformedName, .malformedEmailAddress, .malformedPhoneNumber, .malformedMoney,
            .malformedCurrency,
            .malformedCountry, .malformedLink:
            .malformedValue
        case .controlCharacter: .controlCharacter
        case .emptyText: .emptyText
        case .textTooLong: .tooLong
        case .addressTooManyLines: .tooMany
        }
    }
}
