/// A day that is being filled, as breaks.
///
/// What is filled later wins, but a fallback fills only what is closed so far.
///
/// - Source: OSM wiki, *Key:opening_hours/specification*, "rule_separator".
struct DayCanvas {
    /// The first at minute 0, in order; neighbours may be equal.
    private var breaks = [Break(minute: 0, slot: .silent)]

    /// Takes away everything.
    mutating func clear() {
        breaks.removeAll(keepingCapacity: true)
        breaks.append(Break(minute: 0, slot: .silent))
    }

    mutating func fill(_ paint: Paint) {
        guard !paint.minutes.isEmpty else { return }
        let first = split(at: paint.minutes.lowerBound)
        let end = paint.minutes.upperBound >= 1440 ? breaks.count : split(at: paint.minutes.upperBound)
        if paint.isFallback {
            for index in first..<end where breaks[index].slot.code == .closed {
                breaks[index].slot = paint.slot
            }
        } else {
            breaks[first].slot = paint.slot
            if first + 1 < end { breaks.removeSubrange(first + 1..<end) }
        }
    }

    /// Leaves what another canvas says too.
    mutating func agree(with other: DayCanvas) { breaks = breaks.agreement(with: other.breaks) }

    /// Makes sure that a break begins at the minute; returns its index.
    private mutating func split(at minute: Int) -> Int {
        // The last break that begins at the minute or before it.
        var (index, end) = (0, breaks.count)
        while end - index > 1 {
            let middle = (index + end) / 2
            if Int(breaks[middle].minute) <= minute { index = middle } else { end = middle }
        }
        guard Int(breaks[index].minute) < minute else { return index }
        breaks.insert(Break(minute: UInt16(minute), slot: breaks[index].slot), at: index + 1)
        return index + 1
    }

    /// The day, with neighbours merged that differ in nothing but the rule.
    var merged: [Break] {
        var merged: [Break] = []
        merged.reserveCapacity(breaks.count)
        for item in breaks {
            if let last = merged.last, !last.slot.differs(from: item.slot) { continue }
            merged.append(item)
        }
        return merged
    }
}

extension [Break] {
    /// What two days agree on; undetermined where they say different things.
    func agreement(with other: [Break]) -> [Break] {
        var agreed: [Break] = []
        var (mine, theirs) = (0, 0)
        while true {
            let slot = self[mine].slot.code == other[theirs].slot.code ? self[mine].slot : .undetermined
            let minute = Swift.max(self[mine].minute, other[theirs].minute)
            if agreed.last.map({ $0.slot.differs(from: slot) }) ?? true {
                agreed.append(Break(minute: minute, slot: slot))
            }
            let myNext = mine + 1 < count ? self[mine + 1].minute : .max
            let theirNext = theirs + 1 < other.count ? other[theirs + 1].minute : .max
            if myNext == .max, theirNext == .max { return agreed }
            if myNext <= theirNext { mine += 1 }
            if theirNext <= myNext { theirs += 1 }
        }
    }
}
