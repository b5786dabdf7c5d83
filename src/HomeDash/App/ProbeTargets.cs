using System.Net;
using System.Net.Sockets;

namespace HomeDash;

/// <summary>
/// Which machines are asked. The machine HomeDash runs on and private networks are: that is where apps live. Link-local addresses
/// are not, as clouds keep their machines' credentials there (169.254.169.254), and neither are those that are no single machine.
/// </summary>
internal static class ProbeTargets
{
    /// <summary>Whether a machine with this address may be asked.</summary>
    public static bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return !(address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any));
        }

        // RFC 6890: 0.0.0.0/8 is "this network", 169.254.0.0/16 link-local, 224.0.0.0/4 multicast, 240.0.0.0/4 reserved with broadcast.
        var bytes = address.GetAddressBytes();
        return bytes[0] is not 0 and < 224 && (bytes[0], bytes[1]) != (169, 254);
    }
}
