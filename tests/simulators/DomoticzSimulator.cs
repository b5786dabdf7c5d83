using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>The interface of Domoticz 2025.1: everything is json.htm, HTTP is 200 for failures too, JSON comes with tabs, and a session lasts ten minutes.</summary>
public sealed class DomoticzSimulator : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Tabs = new() { WriteIndented = true, IndentCharacter = '\t', IndentSize = 1 };

    private readonly Lock gate = new();
    private readonly HashSet<string> sessions = [];
    private readonly Dictionary<string, JsonObject> devices = new[]
    {
        Device("1", "Ceiling", "Light/Switch", 2, ("SwitchType", "Dimmer"), ("Status", "On"), ("Data", "On"), ("Level", 100), ("HaveDimmer", true)),
        Device("2", "Kettle", "Light/Switch", 2, ("SwitchType", "On/Off"), ("Status", "Off"), ("Data", "Off"), ("Image", "WallSocket")),
        Device("3", "Shutter", "Light/Switch", 2, ("SwitchType", "Blinds Percentage With Stop"), ("Status", "Closed"), ("Data", "Closed"), ("Level", 0)),
        Device("4", "Thermometer", "Temp + Humidity", 3, ("Temp", 19.5), ("Humidity", 48), ("Data", "19.5 C, 48 %")),
        Device("5", "Heating", "Setpoint", 3, ("SubType", "SetPoint"), ("SetPoint", "20.0"), ("Data", "20.0")),
        Device("6", "Mains", "General", 0, ("SubType", "kWh"), ("Data", "230.4 Watt")),
        Device("7", "Front door", "Light/Switch", 3, ("SwitchType", "Door Lock Inverted"), ("Status", "Locked"), ("Data", "Locked")),
        Device("8", "Safe", "Light/Switch", 3, ("SwitchType", "On/Off"), ("Status", "Off"), ("Data", "Off"), ("Protected", true)),
        Device("9", "Battery lamp", "Light/Switch", 3, ("SwitchType", "Dimmer"), ("Status", "On"), ("Data", "On"), ("Level", 50), ("HaveTimeout", true)),
    }.ToDictionary(device => device["idx"]!.GetValue<string>());

    private LoopbackServer server = null!;

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>The password of <c>admin</c>.</summary>
    public string Password { get; set; } = "secret-domoticz";

    /// <summary>Whether it trusts this machine's network, so that nobody has to sign in.</summary>
    public bool Trusts { get; set; }

    /// <summary>Devices that say OK and do nothing.</summary>
    public HashSet<string> Deaf { get; } = [];

    /// <summary>What was called: the parameter, and for switches with what.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Starts one.</summary>
    public static async Task<DomoticzSimulator> StartAsync()
    {
        var simulator = new DomoticzSimulator();
        simulator.server = await LoopbackServer.StartAsync(simulator.AnswerAsync);
        return simulator;
    }

    /// <summary>Ten minutes go by.</summary>
    public void EndSessions()
    {
        lock (gate)
        {
            sessions.Clear();
        }
    }

    /// <summary>What a device's status says.</summary>
    public string? StatusOf(string idx)
    {
        lock (gate)
        {
            return devices[idx]["Status"]?.GetValue<string>();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var param = query["param"].ToString();
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
        JsonObject? answer;
        lock (gate)
        {
            Calls.Add(param == "switchlight" ? $"{param} {query["idx"]} {query["switchcmd"]}" : param);
            answer = param == "logincheck" ? SignIn(context, form)
                : Trusts || sessions.Contains(context.Request.Cookies["DMZSID"] ?? "") ? Serve(param, query)
                : param == "getversion" ? new() { ["status"] = "OK", ["title"] = "GetVersion" }
                : null;
        }

        if (answer is null)
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("<html><body><h1>401 Unauthorized</h1></body></html>");
            return;
        }

        context.Response.ContentType = "application/json;charset=UTF-8";
        await context.Response.WriteAsync(answer.ToJsonString(Tabs));
    }

    private JsonObject SignIn(HttpContext context, IFormCollection? form)
    {
        if (form is null || form["username"].ToString() != Convert.ToBase64String("admin"u8) || form["password"].ToString() != Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Password))))
        {
            return new() { ["status"] = "ERR" };
        }

        var sid = RandomNumberGenerator.GetHexString(32, lowercase: true) + "_token.1700000000";
        sessions.Add(sid);
        context.Response.Headers.SetCookie = $"DMZSID={sid}; HttpOnly; path=/; Expires=Fri, 01 Jan 2100 00:00:00 GMT";
        return new() { ["status"] = "OK", ["title"] = "logincheck", ["user"] = "YWRtaW4=", ["rights"] = 2 };
    }

    private JsonObject Serve(string param, IQueryCollection query) => (param, query["idx"].ToString()) switch
    {
        ("getversion", _) => new() { ["status"] = "OK", ["title"] = "GetVersion", ["version"] = "2025.1", ["build_time"] = "2025-05-05 00:00:00" },
        ("getdevices", _) => Result("Devices", devices.Values),
        ("getplans", _) => Result("Plans", [new() { ["idx"] = "2", ["Name"] = "Kitchen", ["Devices"] = 3 }, new() { ["idx"] = "3", ["Name"] = "Hall", ["Devices"] = 4 }]),
        ("getscenes", _) => Result("Scenes", [Scene()]),
        ("switchscene", "1") => Ran(),
        ("switchlight", var idx) when devices.TryGetValue(idx, out var device) => Switch(idx, device, query["switchcmd"].ToString(), query["level"].ToString()),
        ("switchlight", _) => new() { ["status"] = "ERROR", ["title"] = "SwitchLight" },
        ("setsetpoint", var idx) when devices.TryGetValue(idx, out var device) => Do(idx, () => device["SetPoint"] = query["setpoint"].ToString()),
        ("getlightlog", "1") => Result("getlightlog", [new() { ["Date"] = Time(DateTime.Now.AddMinutes(-30)), ["Status"] = "Off", ["Level"] = 0, ["Data"] = "Off" }, new() { ["Date"] = Time(DateTime.Now.AddMinutes(-10)), ["Status"] = "Set Level: 40 %", ["Level"] = 40, ["Data"] = "Set Level: 40 %" }]),
        ("graph", "4") => Result("Graph temp day", [new() { ["d"] = DateTime.Now.AddMinutes(-20).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), ["te"] = 19.1, ["hu"] = "48" }, new() { ["d"] = DateTime.Now.AddMinutes(-15).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), ["te"] = 19.5, ["hu"] = "48" }]),
        ("getlightlog" or "graph", _) => new() { ["status"] = "OK", ["title"] = param },
        _ => new() { ["status"] = "ERROR" },
    };

    private JsonObject Switch(string idx, JsonObject device, string command, string level)
    {
        if (device["Protected"]!.GetValue<bool>())
        {
            return new() { ["status"] = "ERROR", ["title"] = "SwitchLight", ["message"] = "WRONG CODE" };
        }

        return Do(idx, () =>
        {
            var inverted = device["SwitchType"]!.GetValue<string>() == "Door Lock Inverted";
            var status = (command, inverted) switch
            {
                ("Set Level", _) => $"Set Level: {level} %",
                ("On", true) => "Unlocked",
                ("Off", true) => "Locked",
                ("Close", _) => "Closed",
                ("Stop", _) => "Stopped",
                _ => command,
            };
            (device["Status"], device["Data"]) = (status, status);
            device["Level"] = command switch { "Set Level" => int.Parse(level, CultureInfo.InvariantCulture), "Open" => 100, "Close" => 0, _ => device["Level"]?.DeepClone() };
        });
    }

    private JsonObject Do(string idx, Action act)
    {
        if (!Deaf.Contains(idx))
        {
            act();
        }

        return new() { ["status"] = "OK", ["title"] = "SwitchLight" };
    }

    private string sceneRan = Time(DateTime.Now.AddDays(-1));

    private JsonObject Scene() => new() { ["idx"] = "1", ["Name"] = "Evening", ["Type"] = "Scene", ["Status"] = "Off", ["LastUpdate"] = sceneRan, ["Protected"] = false };

    private JsonObject Ran()
    {
        sceneRan = Time(DateTime.Now);
        return new() { ["status"] = "OK", ["title"] = "SwitchScene" };
    }

    private static JsonObject Result(string title, IEnumerable<JsonObject> items) => new() { ["status"] = "OK", ["title"] = title, ["result"] = new JsonArray([.. items.Select(item => item.DeepClone())]) };

    private static JsonObject Device(string idx, string name, string type, int plan, params (string Name, JsonNode Value)[] more)
    {
        var device = new JsonObject
        {
            ["idx"] = idx, ["Name"] = name, ["Type"] = type, ["SubType"] = "Switch", ["HardwareName"] = "Dummy", ["Used"] = 1, ["Favorite"] = 0, ["Protected"] = false, ["HaveTimeout"] = false,
            ["BatteryLevel"] = 255, ["SignalLevel"] = "-", ["LastUpdate"] = Time(DateTime.Now.AddMinutes(-5)), ["PlanID"] = plan.ToString(CultureInfo.InvariantCulture), ["PlanIDs"] = new JsonArray(plan),
        };
        foreach (var (property, value) in more)
        {
            device[property] = value;
        }

        return device;
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
