public import CaseFlow
public import CaseFormat
public import CaseStore
public import ChannelPluginKit
import CivilCalendar
import ContactRouting
public import CurlTransport
public import Digests

/// The program, put together: the one place that knows every part.
public struct Program: Sendable {
    public let settings: Settings
    public let directory: LoadedDirectory
    public let reader: CaseReader
    public let deciding: Deciding
    public let preparing: Preparing
    public let registry: ChannelRegistry

    /// Reads the settings and the directory, and wires the parts.
    ///
    /// - Parameters:
    ///   - config: the configuration file that the person named.
    ///   - directory: the directory that the person named; it outranks the settings.
    /// - Throws: `ProgramError`.
    public init(
        config: String?, directory path: String?, environment: [String: String]
    ) throws(ProgramError) {
        do throws(SettingsError) {
            settings = try Settings(file: config, environment: environment)
        } catch {
            throw .settings(error)
        }
        directory = try Self.load(settings, named: path)
        do throws(ChannelError) { registry = try ChannelRegistry(BuiltInPlugins.make(settings)) } catch {
            throw .plugins(error)
        }
        let zones = TimeZoneDatabase()
        do throws(CaseFlowError) { deciding = try Deciding(directory, zones: zones) } catch {
            throw .flow(error)
        }
        reader = CaseReader(
            directory.directory, channels: Set(registry.descriptors.map(\.channel)), zones: KnownZones(zones))
        preparing = Preparing(
            deciding, registry: registry, mailFrom: settings.mailFrom, callbackTarget: settings.callbackURL,
            webhookTarget: settings.webhookURL)
    }

    /// Where the directory is read from.
    public static func location(_ settings: Settings, named path: String?) -> DirectoryLocation {
        DirectoryLocation(named: path ?? settings.directory, executable: DirectoryLocation.runningExecutable)
    }

    private static func load(_ settings: Settings, named path: String?) throws(ProgramError)
        -> LoadedDirectory
    {
        let shipped = try read(location(settings, named: path), over: nil, isNamed: path != nil)
        guard let overlay = settings.directoryOverlay else { return shipped }
        let upper = try read(.named(path: overlay), over: shipped, isNamed: false)
        do throws(DigestError) { return try shipped.overlaid(by: upper) } catch { throw .digests(error) }
    }

    private static func read(
        _ location: DirectoryLocation, over base: LoadedDirectory?, isNamed: Bool
    ) throws(ProgramError) -> LoadedDirectory {
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try location.bytes() } catch { throw .file(error, isNamed: isNamed) }
        do throws(CaseFormatError) {
            return try DirectoryReader().read(bytes, over: base)
        } catch {
            throw .directory(error, name: location.name, isNamed: isNamed)
        }
    }
}

/// Why the program cannot be put together.
public enum ProgramError: Error, Sendable {
    case settings(SettingsError)
    /// `isNamed`: on the command line, not in the settings.
    case file(FileFault, isNamed: Bool)
    case directory(CaseFormatError, name: String, isNamed: Bool)
    case plugins(ChannelError)
    case flow(CaseFlowError)
    case digests(DigestError)
    case store(CaseStoreError)
    case transport(TransportError)
}

extension ProgramError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .settings(let error): error.description
        case .file(let fault, _): fault.description
        case .directory(let error, let name, _): "The directory \(name) cannot be used. \(error.description)"
        case .plugins(let error): error.description
        case .flow(let error): error.description
        case .digests(let error): error.description
        case .store(let error): error.description
        case .transport(let error): error.description
        }
    }
}
