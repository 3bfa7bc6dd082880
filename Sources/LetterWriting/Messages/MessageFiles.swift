public import ContactRouting

/// The files of a message: `message.txt`, or `message-1.txt` and so on, in the order in which they are sent.
public enum MessageFiles {
    /// - Parameter parts: at most 99; each becomes a file with a line end.
    public static func artifacts(_ parts: [String]) -> [Artifact] {
        parts.enumerated().map { index, part in
            Artifact(
                role: .message, fileName: name(index, of: parts.count), mediaType: .plainText,
                bytes: Array((part + "\n").utf8))
        }
    }

    /// `form.json` of a form.
    public static func artifact(_ sheet: FormSheet) -> Artifact {
        Artifact(
            role: .form, fileName: ArtifactFileName("form.json"), mediaType: .json, bytes: sheet.json())
    }

    private static func name(_ index: Int, of count: Int) -> ArtifactFileName {
        let whole = ArtifactFileName("message.txt")
        return count == 1 ? whole : ArtifactFileName(parsing: "message-\(index + 1).txt") ?? whole
    }
}
