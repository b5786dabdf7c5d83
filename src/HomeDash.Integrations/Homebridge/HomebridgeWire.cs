using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Homebridge;

/// <summary>What a sign-in answers.</summary>
internal sealed record HomebridgeToken([property: JsonPropertyName("access_token")] string AccessToken);

/// <summary>Who signs in.</summary>
internal sealed record HomebridgeLogin(string Username, string Password);

/// <summary>A service of an accessory: what HomeKit calls a lamp or a switch.</summary>
/// <param name="UniqueId">Its id.</param>
/// <param name="Type">HomeKit's word for it, for example <c>Lightbulb</c>.</param>
/// <param name="ServiceName">What it is called.</param>
/// <param name="Values">Its characteristics; switches are 1 and 0.</param>
/// <param name="ServiceCharacteristics">What can be done with them.</param>
internal sealed record HomebridgeAccessory(
    string UniqueId, string Type, string ServiceName, JsonElement Values, IReadOnlyList<HomebridgeCharacteristic>? ServiceCharacteristics = null);

/// <summary>A characteristic.</summary>
internal sealed record HomebridgeCharacteristic(string Type, bool CanWrite = false, double? MinValue = null, double? MaxValue = null);

/// <summary>A room as the UI arranges accessories.</summary>
internal sealed record HomebridgeRoom(string Name, IReadOnlyList<HomebridgePlace>? Services = null);

/// <summary>An accessory in a room.</summary>
internal sealed record HomebridgePlace(string UniqueId, string? CustomName = null);

/// <summary>An order.</summary>
internal sealed record HomebridgeOrder(string CharacteristicType, JsonElement Value);

/// <summary>What it says when it refuses: a text, or several.</summary>
internal sealed record HomebridgeProblem(JsonElement Message);

/// <summary>Which version runs.</summary>
internal sealed record HomebridgeVersion(string InstalledVersion);
