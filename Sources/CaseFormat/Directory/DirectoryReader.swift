internal import CivilCalendar
public import ContactRouting
internal import Digests
internal import JSONText

/// Reads `channels.json`: all or nothing, or every fault with its place.
///
/// - Source: docs/directory-format.md, channels.schema.json.
public struct DirectoryReader: Sendable {
    let channels: Set<ChannelName>
    let zones: KnownZones

    /// The version of the format that is read.
    public static let schemaVersion: Int64 = 1
    /// Largest file, in bytes.
    public static let bytesMax = 8 << 20
    /// Most merchants, and most institutions: the offers of every merchant are laid out before a decision.
    public static let entriesMax = 5000
    /// Most closed services.
    public static let closedMax = 1000
    /// Most channels of one entry.
    public static let channelsMax = 50
    /// Most sites that are distrusted.
    public static let distrustedMax = 1000
    /// Most different opening hours: all of them are worked out for every decision.
    public static let hoursMax = 2000
    /// Longest opening hours, in characters.
    public static let hoursLengthMax = 500
    /// Most faults that ``inspect(_:over:)`` lists, and most warnings.
    public static let faultsMax = Intake.faultsMax

    private static let limits = JSONLimits(bytesMax: bytesMax, depthMax: 32)

    /// - Parameter channels: channels that exist besides those of the rules: the plugins' own.
    public init(channels: Set<ChannelName> = [], zones: KnownZones = KnownZones()) {
        self.channels = ChannelName.known.union(channels)
        self.zones = zones
    }

    /// Reads a directory.
    ///
    /// - Parameter base: for an overlay, the directory it will be laid over: its institutions may be named.
    /// - Throws: the first fault in the order of the file.
    /// - Complexity: O(bytes).
    public func read(
        _ bytes: [UInt8], over base: LoadedDirectory? = nil
    ) throws(CaseFormatError) -> LoadedDirectory {
        let intake = Intake(nullIsUnknown: false)
        let document = try Self.document(bytes)
        let reading = DirectoryReading(self, intake, over: base)
        let read = reading.read(document.root)
        try intake.throwFirst()
        guard let read else { preconditionFailure("a directory is missing only after a fault was noted") }
        do throws(DigestError) {
            return LoadedDirectory(
                directory: read, schedules: reading.hours.schedules, digest: try SHA256.digest(of: bytes))
        } catch {
            throw CaseFormatError(.digestFailed(error), at: document.root.place)
        }
    }

    /// Every fault of a directory, in the order of the file; at most ``faultsMax``.
    ///
    /// A file that is no JSON has one fault: the place where it stops being JSON.
    public func check(_ bytes: [UInt8], over base: LoadedDirectory? = nil) -> [CaseFormatError] {
        inspect(bytes, over: base).faults
    }

    /// Every fault of a directory, and what a careful editor would look at again.
    ///
    /// A directory with warnings can be used, one with a fault cannot.
    public func inspect(_ bytes: [UInt8], over base: LoadedDirectory? = nil) -> DirectoryInspection {
        do throws(CaseFormatError) {
            let intake = Intake(nullIsUnknown: false)
            let reading = DirectoryReading(self, intake, over: base, lints: true)
            _ = reading.read(try Self.document(bytes).root)
            return DirectoryInspection(faults: intake.errors, warnings: reading.warnings)
        } catch {
            return DirectoryInspection(faults: [error], warnings: [])
        }
    }

    private static func document(_ bytes: [UInt8]) throws(CaseFormatError) -> JSONDocument {
        do throws(JSONError) {
            return try JSONDocument(parsing: bytes, limits: limits)
        } catch {
            throw CaseFormatError(error)
        }
    }
}
