import ContactRouting
import JSONText

/// `recours.json`: one object of names and texts.
enum SettingsFile {
    /// The file that is read when none is named.
    static let usualName = "recours.json"
    /// Largest file, in bytes.
    static let bytesMax = 65_536

    /// - Parameter named: the file that the person named; without one, the usual one when it is there.
    static func values(of named: String?) throws(SettingsError) -> [Settings.Variable: String] {
        let path = named ?? usualName
        let bytes: [UInt8]
        do throws(FileFault) {
            bytes = try FileReading.bytes(of: path, bytesMax: bytesMax)
        } catch {
            guard named == nil, case .notFound = error else { throw .unreadable(error) }
            return [:]
        }
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(parsing: bytes) } catch {
            throw .malformed(path: path, reason: error.description)
        }
        return try pairs(in: document, path: path)
    }

    private static func pairs(
        in document: JSONDocument, path: String
    ) throws(SettingsError) -> [Settings.Variable: String] {
        guard let members = document.root.members else {
            throw .malformed(path: path, reason: "the file must hold one object of names and texts.")
        }
        var values: [Settings.Variable: String] = [:]
        for member in members {
            guard let text = member.value.string else {
                throw .malformed(path: path, reason: "the value of \(member.key) must be a text.")
            }
            guard let variable = Settings.Variable(rawValue: member.key) else {
                let nearest = nearestName(to: member.key, among: Settings.Variable.names)
                throw .unknown(name: member.key, nearest: nearest)
            }
            values[variable] = text
        }
        return values
    }
}
