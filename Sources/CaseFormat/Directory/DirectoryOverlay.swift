internal import ContactRouting
public import Digests
internal import OpeningHours

extension LoadedDirectory {
    /// This directory with the entries of another laid over it.
    ///
    /// A merchant, an institution, a closed service or a distrusted host of the overlay replaces the whole entry with its
    /// identifier, in its place; one with a new identifier comes last. Nothing is mixed within an entry.
    ///
    /// - Throws: `DigestError` when OpenSSL does not work on this machine.
    public func overlaid(by overlay: LoadedDirectory) throws(DigestError) -> LoadedDirectory {
        var hours = HoursTable()
        let merchants = merged(\.merchants, with: overlay, by: \.id) { merchant, origin in
            var merchant = merchant
            merchant.channels = hours.adopt(merchant.channels, from: origin)
            return merchant
        }
        let institutions = merged(\.institutions, with: overlay, by: \.id) { institution, origin in
            var institution = institution
            institution.channels = hours.adopt(institution.channels, from: origin)
            return institution
        }
        let closed = merged(\.closed, with: overlay, by: \.id) { service, _ in service }
        let distrusted = merged(\.distrusted, with: overlay, by: \.host) { host, _ in host }
        let merged = Directory(
            updatedOn: max(directory.updatedOn, overlay.directory.updatedOn), merchants: merchants,
            institutions: institutions, closed: closed, hours: hours.keys, distrusted: distrusted)
        return LoadedDirectory(
            directory: merged, schedules: hours.schedules,
            digest: try SHA256.digest(of: "\(digest)\n\(overlay.digest)\n"),
            overlay: OverlayOrigin(of: overlay.directory, over: directory))
    }

    private func merged<Entry, ID: Hashable>(
        _ entries: KeyPath<Directory, [Entry]>, with overlay: LoadedDirectory, by id: KeyPath<Entry, ID>,
        adopt: (Entry, LoadedDirectory) -> Entry
    ) -> [Entry] {
        let base = directory[keyPath: entries]
        let replacing = overlay.directory[keyPath: entries]
        let byID = Dictionary(
            replacing.map { ($0[keyPath: id], $0) }, uniquingKeysWith: { first, _ in first })
        let present = Set(base.map { $0[keyPath: id] })
        let kept = base.map { entry in
            byID[entry[keyPath: id]].map { adopt($0, overlay) } ?? adopt(entry, self)
        }
        return kept + replacing.filter { !present.contains($0[keyPath: id]) }.map { adopt($0, overlay) }
    }
}
