internal import PDFWriting

/// Where the letter's fonts are, and which.
public struct FontFolder: Hashable, Sendable {
    public var path: String
    /// The Debian package that installs them, named in an error.
    public var package: String

    public init(path: String, package: String) {
        self.path = path
        self.package = package
    }

    /// Liberation Sans where Debian's `fonts-liberation2` puts it.
    public static let liberation = FontFolder(
        path: "/usr/share/fonts/truetype/liberation2", package: "fonts-liberation2")

    /// Opens the files, in the order of `Face`.
    func open() throws(TypesettingError) -> [FontFile] {
        var files: [FontFile] = []
        for face in Face.allCases {
            do {
                files.append(try FontFile(path: path + "/" + face.fileName))
            } catch .fontNotFound(let path) {
                throw .fontMissing(path: path, package: package)
            } catch {
                throw .writing(error)
            }
        }
        return files
    }
}

/// The faces of a letter; the raw value is the place in the writer's list of fonts.
enum Face: UInt8, CaseIterable {
    case regular, bold

    var fileName: String {
        switch self {
        case .regular: "LiberationSans-Regular.ttf"
        case .bold: "LiberationSans-Bold.ttf"
        }
    }
}
