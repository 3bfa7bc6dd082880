public import ContactRouting

/// All plugins of this build, by the channels they serve.
///
/// Adding a channel is one folder under `Plugins/` and one line in the composition root's list.
public struct ChannelRegistry: Sendable {
    private let plugins: [ChannelName: any ChannelPlugin]

    /// What every plugin says about its channels, in order of the channels' names.
    public let descriptors: [ChannelDescriptor]

    /// - Throws: `ChannelError.servedTwice` when two plugins claim one channel.
    public init(_ plugins: [any ChannelPlugin]) throws(ChannelError) {
        var byChannel: [ChannelName: any ChannelPlugin] = [:]
        var descriptors: [ChannelDescriptor] = []
        for plugin in plugins {
            for descriptor in plugin.channels {
                guard byChannel.updateValue(plugin, forKey: descriptor.channel) == nil
                else { throw .servedTwice(descriptor.channel) }
                descriptors.append(descriptor)
            }
        }
        self.plugins = byChannel
        self.descriptors = descriptors.sorted { $0.channel < $1.channel }
    }

    /// The plugin that serves a channel; nil when none does.
    public subscript(channel: ChannelName) -> (any ChannelPlugin)? { plugins[channel] }
}
