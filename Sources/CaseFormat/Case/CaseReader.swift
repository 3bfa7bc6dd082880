public import CivilCalendar
public import ContactRouting
internal import JSONText

/// Reads `case.json`: bytes in, facts out, and every departure from the format is an error with its place.
///
/// Made once for a directory and used for any number of cases, from any thread.
///
/// - Source: docs/case-format.md, section 1.
public struct CaseReader: Sendable {
    /// Identifiers of the merchants that a case may name, in the order of the directory.
    let merchants: [EntryID]
    let merchantIDs: Set<EntryID>
    let channels: Set<ChannelName>
    let zones: KnownZones

    /// Largest file, in bytes.
    public static let bytesMax = 8 << 20
    /// Largest text, in UTF-8 bytes.
    public static let textBytesMax = 1 << 20
    /// Most contacts of a history.
    public static let contactsMax = 1000
    /// Most attachments, parcels, avoided channels or links of a case, each.
    public static let entriesMax = 100

    static let limits = JSONLimits(bytesMax: bytesMax, depthMax: 32, textBytesMax: textBytesMax)

    /// - Parameters:
    ///   - directory: the merchants that a case may name.
    ///   - channels: channels that exist besides those of the rules and of the directory: the plugins' own.
    public init(_ directory: Directory, channels: Set<ChannelName> = [], zones: KnownZones = KnownZones()) {
        merchants = directory.merchants.map(\.id)
        merchantIDs = Set(merchants)
        self.channels = directory.channelNames.union(channels)
        self.zones = zones
    }

    /// Reads a case.
    ///
    /// - Parameter decidedAt: the moment of the decision; a contact or a fact that is later is an error. Nil for a
    ///   case that is only looked at.
    /// - Throws: the first fault in the order of the file.
    /// - Complexity: O(bytes).
    public func read(_ bytes: [UInt8], decidedAt: Instant? = nil) throws(CaseFormatError) -> LoadedCase {
        try read(Self.document(bytes).root, decidedAt: decidedAt)
    }

    /// Every fault of a case, in the order of the file; at most 100.
    public func check(_ bytes: [UInt8], decidedAt: Instant? = nil) -> [CaseFormatError] {
        do throws(CaseFormatError) {
            let intake = Intake(nullIsUnknown: true)
            _ = CaseReading(self, intake, decidedAt: decidedAt).read(try Self.document(bytes).root)
            return intake.errors
        } catch {
            return [error]
        }
    }

    /// Reads a case as it stood at an earlier moment, to decide it for that moment again.
    ///
    /// Contacts that came later are left out and counted. Any other fact that is later is an error, as in ``read(_:decidedAt:)``.
    ///
    /// - Complexity: O(bytes).
    public func read(_ bytes: [UInt8], asOf moment: Instant) throws(CaseFormatError) -> LoadedCase {
        try read(Self.document(bytes).root, decidedAt: moment, leavesLaterContactsOut: true)
    }

    /// Reads a case that is a part of a document.
    func read(
        _ value: JSONValue, decidedAt: Instant?, leavesLaterContactsOut: Bool = false
    ) throws(CaseFormatError) -> LoadedCase {
        let intake = Intake(nullIsUnknown: true)
        let loaded = CaseReading(
            self, intake, decidedAt: decidedAt, leavesLaterContactsOut: leavesLaterContactsOut
        ).read(value)
        try intake.throwFirst()
        guard let loaded else { preconditionFailure("a case is missing only after a fault was noted") }
        return loaded
    }

    static func document(_ bytes: [UInt8]) throws(CaseFormatError) -> JSONDocument {
        do throws(JSONError) {
            return try JSONDocument(parsing: bytes, limits: limits)
        } catch {
            throw CaseFormatError(error)
        }
    }
}

extension Directory {
    /// Every channel that the rules or this directory speak of.
    public var channelNames: Set<ChannelName> {
        let offered = merchants.flatMap(\.channels) + institutions.flatMap(\.channels)
        return ChannelName.known.union(offered.map(\.channel)).union(closed.map(\.id))
    }
}

extension ChannelName {
    /// The channels that the rules speak of, closed ones included.
    static let known = Set(ChannelProfile.table.map(\.channel)).union([.odr, .bloctel])
}
