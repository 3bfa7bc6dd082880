public import ContactRouting
import Glibc
import JSONText

/// What the environment and the configuration file say, read once and checked.
///
/// Environment variables outrank the file. Only what is used stands here; secrets are read where they are needed and
/// never kept.
public struct Settings: Hashable, Sendable {
    /// A `channels.json` other than the shipped one.
    public var directory: String?
    /// Entries that replace those of the same identifier.
    public var directoryOverlay: String?
    /// The address mails are sent from, when it is not the person's own.
    public var mailFrom: EmailAddress?
    /// Where callback requests are posted.
    public var callbackURL: HTTPTarget?
    /// The person's own system, which takes cases.
    public var webhookURL: HTTPTarget?
    /// The state folder; nil when neither it nor a home folder is named.
    public var home: String?

    public init() {}

    /// The configuration file that is read when none is named.
    public static let defaultFile = "recours.json"
    /// Largest configuration file, in bytes.
    public static let fileBytesMax = 65_536

    /// Reads the file, then the environment.
    ///
    /// - Parameter file: the file that the person named; without one, `recours.json` of the working folder when it
    ///   is there.
    /// - Throws: `SettingsError` for an unknown key or an unusable value; `exit` status 78.
    public init(file: String?, environment: [String: String]) throws(SettingsError) {
        self.init()
        home = Self.defaultHome(environment)
        if let values = try Self.values(of: file) { try take(values) }
        try take(environment.filter { $0.key.hasPrefix("RECOURS_") && !$0.value.isEmpty })
    }

    private static func values(of file: String?) throws(SettingsError) -> [String: String]? {
        let path = file ?? defaultFile
        let bytes: [UInt8]
        do {
            bytes = try FileReading.bytes(of: path, bytesMax: fileBytesMax)
        } catch .notFound where file == nil {
            return nil
        } catch {
            throw .unreadable(error)
        }
        do {
            return try pairs(in: JSONDocument(parsing: bytes), path: path)
        } catch let error as JSONError {
            throw .malformed(path: path, reason: error.description)
        } catch let error as SettingsError {
            throw error
        } catch {
            preconditionFailure("the calls above throw nothing else")
        }
    }

    private static func pairs(in document: JSONDocument, path: String) throws(SettingsError) -> [String:
        String]
    {
        guard let members = document.root.members else {
            throw .malformed(path: path, reason: "the file must hold one object of names and texts.")
        }
        var values: [String: String] = [:]
        for member in members {
            guard let text = member.value.string else {
                throw .malformed(path: path, reason: "the value of \(member.key) must be a text.")
            }
            guard Variable(rawValue: member.key) != nil else {
                throw .unknown(name: member.key, nearest: nearestName(to: member.key, among: Variable.names))
            }
            values[member.key] = text
        }
        return values
    }

    private mutating func take(_ values: [String: String]) throws(SettingsError) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            // A variable of a later part of the program, or of another program: not ours to judge.
            guard let variable = Variable(rawValue: name) else { continue }
            switch variable {
            case .smtpURL, .smtpUsername, .smtpPasswordFile, .authorityFile, .allowLoopback,
                .webhookSecretFile:
                // What a delivery needs is read when something is sent; no command of this program sends.
                continue
            case .home: home = value
            case .directory: directory = value
            case .directoryOverlay: directoryOverlay = value
            case .mailFrom:
                do { mailFrom = try EmailAddress(parsing: value) } catch {
                    throw .unusable(name: name, reason: error.description)
                }
            case .callbackURL: callbackURL = try Self.target(name, value)
            case .webhookURL: webhookURL = try Self.target(name, value)
            }
        }
    }

    private static func target(_ name: String, _ value: String) throws(SettingsError) -> HTTPTarget {
        guard let target = HTTPTarget(parsing: value) else {
            throw .unusable(
                name: name, reason: "write a web address in full, such as https://example.com/calls.")
        }
        return target
    }

    /// The names that are read, in the file as in the environment.
    enum Variable: String, CaseIterable {
        case home = "RECOURS_HOME"
        case directory = "RECOURS_DIRECTORY"
        case directoryOverlay = "RECOURS_DIRECTORY_OVERLAY"
        case mailFrom = "RECOURS_MAIL_FROM"
        case callbackURL = "RECOURS_CALLBACK_URL"
        case webhookURL = "RECOURS_WEBHOOK_URL"
        case webhookSecretFile = "RECOURS_WEBHOOK_SECRET_FILE"
        case smtpURL = "RECOURS_SMTP_URL"
        case smtpUsername = "RECOURS_SMTP_USERNAME"
        case smtpPasswordFile = "RECOURS_SMTP_PASSWORD_FILE"
        case authorityFile = "RECOURS_CA_FILE"
        case allowLoopback = "RECOURS_ALLOW_LOOPBACK"

        static let names = allCases.map(\.rawValue)
    }
}

/// What can be wrong with the configuration.
public enum SettingsError: Error, Hashable, Sendable {
    case unreadable(FileFault)
    case malformed(path: String, reason: String)
    case unknown(name: String, nearest: String?)
    case unusable(name: String, reason: String)
}

extension SettingsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let fault): fault.description
        case .malformed(let path, let reason): "The configuration \(path) cannot be read: \(reason)"
        case .unknown(let name, let nearest?): "There is no setting \(name): did you mean \(nearest)?"
        case .unknown(let name, nil):
            "There is no setting \(name): use one of \(Settings.Variable.names.joined(separator: ", "))."
        case .unusable(let name, let reason): "The setting \(name) cannot be used: \(reason)"
        }
    }
}
