import Glibc

/// A folder that one run writes into, and in it a place of the program's own where files are made ready.
///
/// Folders of files are written and synced in the place before they, or their files, get their names. The place holds a
/// marker of this program; without the marker it is somebody else's, and nothing in it is touched.
final class StagingArea: Sendable {
    static let name = ".recours-preparing"
    private static let marker = "made-by-recours"
    /// Ends the name of a folder that is being replaced; a reference of a case cannot hold it.
    private static let replaced = "~"

    let path: String
    /// The folder, open and locked.
    let folder: Int32
    private let place: Int32

    /// Makes the folder, keeps other runs out of it, and clears away what a run that was cut off has left.
    ///
    /// - Throws: `CommandFailure` when it cannot be written, or another run works in it.
    init(_ path: String) throws(CommandFailure) {
        let folder: Int32
        do throws(WriteFault) { folder = try Self.locked(path) } catch {
            throw error.number == EWOULDBLOCK
                ? CommandFailure(
                    .unavailable,
                    "Another run is writing into \(path): wait for its end, or name another folder.")
                : error.failure(in: path)
        }
        do throws(WriteFault) { place = try Self.place(in: folder) } catch {
            close(folder)
            throw error.number == EEXIST
                ? CommandFailure(
                    .wrongUse,
                    "\(path)/\(Self.name) is not of this program: move it away, or name another folder with --out."
                )
                : error.failure(in: path)
        }
        self.path = path
        self.folder = folder
        sweep()
    }

    deinit {
        // What is left in it keeps it there, and its marker for the next run.
        if FolderEntries.names(in: place) == [Self.marker] {
            unlinkat(place, Self.marker, 0)
            unlinkat(folder, Self.name, AT_REMOVEDIR)
        }
        close(place)
        close(folder)
    }

    private static func locked(_ path: String) throws(WriteFault) -> Int32 {
        try FileWriting.makeFolder(path)
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw WriteFault.last }
        guard flock(folder, LOCK_EX | LOCK_NB) == 0 else {
            let fault = WriteFault.last
            close(folder)
            throw fault
        }
        return folder
    }

    /// The open place of the program's own; `EEXIST` when something else bears its name.
    private static func place(in folder: Int32) throws(WriteFault) -> Int32 {
        guard mkdirat(folder, name, 0o700) == 0 || errno == EEXIST else { throw WriteFault.last }
        let place = FolderEntries.open(name, in: folder)
        guard place >= 0 else {
            let fault = WriteFault.last
            throw fault.number == ENOTDIR || fault.number == ELOOP ? WriteFault(number: EEXIST) : fault
        }
        guard FolderEntries.kind(of: marker, in: place) != .file else { return place }
        do throws(WriteFault) {
            // A run may have ended before it left its marker.
            guard FolderEntries.names(in: place) == [] else { throw WriteFault(number: EEXIST) }
            try mark(place)
        } catch {
            if FolderEntries.names(in: place) == [] { unlinkat(folder, name, AT_REMOVEDIR) }
            close(place)
            throw error
        }
        return place
    }

    private static func mark(_ place: Int32) throws(WriteFault) {
        try FileWriting.write(Array("recours prepare\n".utf8), to: marker, in: place)
    }

    /// Puts back what a run that was cut off was about to replace, and removes what it had not finished.
    private func sweep() {
        for name in FolderEntries.names(in: place) ?? [] where name != Self.marker {
            if name.hasSuffix(Self.replaced), FolderEntries.kind(of: name, in: place) == .folder {
                let target = String(name.dropLast(Self.replaced.count))
                if FolderEntries.kind(of: target, in: folder) == .absent,
                    renameat(place, name, folder, target) == 0
                {
                    continue
                }
            }
            FolderEntries.remove(name, in: place)
        }
    }

    // MARK: Writing

    /// Writes files into a folder of the place, and calls with it once they are on the disk.
    ///
    /// - Parameters:
    ///   - name: no other call at the same time may have it.
    ///   - body: moves the folder or its files to where they belong; what it leaves is removed.
    /// - Throws: `WriteFault`; `EBUSY` for what an earlier run has left and could not be removed.
    func stage(
        _ files: [PreparedFile], as name: String, then body: (_ staged: Int32) throws(WriteFault) -> Void
    ) throws(WriteFault) {
        guard mkdirat(place, name, 0o700) == 0 else {
            let fault = WriteFault.last
            throw fault.number == EEXIST ? WriteFault(number: EBUSY) : fault
        }
        defer { FolderEntries.remove(name, in: place) }
        let staged = FolderEntries.open(name, in: place)
        guard staged >= 0 else { throw WriteFault.last }
        defer { close(staged) }
        for file in files { try FileWriting.write(file.bytes, to: file.name, in: staged) }
        guard fsync(staged) == 0 else { throw WriteFault.last }
        try body(staged)
    }

    /// Gives a staged folder its name beside the place.
    ///
    /// - Throws: `WriteFault`; a folder that had the name has it again then.
    func move(_ name: String, replacing: Bool) throws(WriteFault) {
        guard replacing else {
            guard renameat(place, name, folder, name) == 0 else { throw WriteFault.last }
            return
        }
        let old = name + Self.replaced
        guard renameat(folder, name, place, old) == 0 else { throw WriteFault.last }
        guard renameat(place, name, folder, name) == 0 else {
            let fault = WriteFault.last
            // Should this fail too, the next run puts it back.
            renameat(place, old, folder, name)
            throw fault
        }
        FolderEntries.remove(old, in: place)
    }

    /// Waits until the names in the folder are on the disk.
    ///
    /// - Throws: `WriteFault`.
    func sync() throws(WriteFault) { guard fsync(folder) == 0 else { throw WriteFault.last } }
}
