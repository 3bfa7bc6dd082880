import ContactRouting

/// The files of a delivery, byte for byte as they are stored.
struct DeliveryFiles {
    private let files: [PreparedFile]

    init(_ prepared: PreparedDelivery) {
        files = prepared.artifacts.map { PreparedFile(name: $0.fileName.text, bytes: $0.bytes.reveal()) }
    }

    var isEmpty: Bool { files.isEmpty }

    /// Writes them into a folder, which is made when it is not there; files of the same names are replaced.
    ///
    /// - Returns: their paths.
    /// - Throws: `CommandFailure`.
    func write(to folder: String) throws(CommandFailure) -> [String] {
        try PreparedFolder(folder).write(files)
    }
}
