internal import ContactRouting
internal import OpeningHours

/// Collects the opening hours of a directory, each once.
struct HoursTable {
    private(set) var keys: [HoursKey] = []
    private(set) var schedules: [Schedule] = []
    private var places: [HoursKey: Int] = [:]

    /// The place of these hours, when they are known.
    func index(of key: HoursKey) -> Int? { places[key] }

    /// The place of these hours, now and from now on.
    mutating func index(of key: HoursKey, _ schedule: Schedule) -> Int {
        if let place = places[key] { return place }
        let place = keys.count
        keys.append(key)
        schedules.append(schedule)
        places[key] = place
        return place
    }

    /// Channels of another directory, their hours moved into this table.
    mutating func adopt(_ channels: [ChannelEntry], from other: LoadedDirectory) -> [ChannelEntry] {
        var adopted = channels
        for (position, channel) in channels.enumerated() {
            guard let hours = channel.hours else { continue }
            adopted[position].hours = index(of: other.directory.hours[hours], other.schedules[hours])
        }
        return adopted
    }
}
