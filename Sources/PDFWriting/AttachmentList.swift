/// The attached files of a document as a whole.
enum AttachmentList {
    /// The files in the order in which a name tree needs them: by the bytes of their names as they are written.
    ///
    /// - Throws: `PDFError.attachmentRefused` for too many, too long together, or two of one name.
    static func sorted(_ files: [EmbeddedFile]) throws(PDFError) -> [EmbeddedFile] {
        guard files.count <= EmbeddedFile.filesMax else {
            throw .attachmentRefused(.tooMany(files: files.count, filesMax: EmbeddedFile.filesMax))
        }
        let total = files.reduce(0) { $0 + $1.bytes.count }
        guard total <= EmbeddedFile.totalBytesMax else {
            throw .attachmentRefused(.tooLong(bytes: total, bytesMax: EmbeddedFile.totalBytesMax))
        }
        var places: [String: Int] = [:]
        for (index, file) in files.enumerated() {
            // Some file systems do not tell small letters from capitals.
            if let first = places.updateValue(index, forKey: file.name.lowercased()) {
                throw .attachmentRefused(.sameName(first: first + 1, second: index + 1))
            }
        }
        return files.sorted { key(of: $0).lexicographicallyPrecedes(key(of: $1)) }
    }

    /// A name's bytes after PDF has decoded its notation.
    private static func key(of file: EmbeddedFile) -> [UInt8] {
        if file.name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return Array(file.name.utf8) }
        return [0xFE, 0xFF] + file.name.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }
}

extension EmbeddedFile {
    /// The entries of the file's stream dictionary.
    ///
    /// - Source: ISO 32000-1, 7.11.4.1: the media type is a name, its length and day are parameters.
    var entries: [UInt8] {
        var entries = ByteBuffer(capacity: 128)
        entries.append("/Type/EmbeddedFile/Subtype/")
        entries.append(text: mediaType.replacing("/", with: "#2F"))
        entries.append("/Params<</Size ")
        entries.append(number: bytes.count)
        if let modifiedOn {
            entries.append("/ModDate")
            entries.append(textString: modifiedOn.text)
        }
        entries.append(">>")
        return entries.bytes
    }
}
