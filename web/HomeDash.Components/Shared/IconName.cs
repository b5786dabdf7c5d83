namespace HomeDash.Components.Shared;

/// <summary>The pictures there are.</summary>
public enum IconName
{
    Alert,
    Apps,
    Box,
    Check,
    Chevron,
    Close,
    Copy,
    Edit,
    External,
    Health,
    Home,
    Key,
    Logs,
    Menu,
    Moon,
    Pause,
    People,
    Play,
    Plug,
    Plus,
    Remove,
    Restart,
    Search,
    Shield,
    SignOut,
    Stop,
    Sun,
    System,
    Wrap,
}

/// <summary>The pictures as paths on a field of 24 by 24, drawn with a round line.</summary>
internal static class Outlines
{
    public static string Of(IconName name) => name switch
    {
        IconName.Alert => "M12 8.5v4.5M12 16.5v.01M10.3 4.2 2.8 17.5A2 2 0 0 0 4.5 20.5h15a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z",
        IconName.Apps => "M4 5.5A1.5 1.5 0 0 1 5.5 4h4v6.5H4ZM13.5 4h5A1.5 1.5 0 0 1 20 5.5v5h-6.5ZM4 13.5h5.5V20h-4A1.5 1.5 0 0 1 4 18.5ZM13.5 13.5H20v5a1.5 1.5 0 0 1-1.5 1.5h-5Z",
        IconName.Box => "M12 3 4 7.2v9.6L12 21l8-4.2V7.2ZM4.3 7.4 12 11.5l7.7-4.1M12 11.5V21",
        IconName.Check => "m5 12.5 4.5 4.5L19 7.5",
        IconName.Chevron => "m9 6 6 6-6 6",
        IconName.Close => "M6 6l12 12M18 6 6 18",
        IconName.Copy => "M9 9h9.5A1.5 1.5 0 0 1 20 10.5v8a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 9 18.5ZM5.5 15A1.5 1.5 0 0 1 4 13.5v-8A1.5 1.5 0 0 1 5.5 4h8A1.5 1.5 0 0 1 15 5.5",
        IconName.Edit => "M4 20h4L19 9a2.1 2.1 0 0 0-4-4L4 16ZM13.5 6.5l4 4",
        IconName.External => "M14 4h6v6M20 4l-9 9M18 14v4.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4 18.5v-11A1.5 1.5 0 0 1 5.5 6H10",
        IconName.Health => "M3 12h4l2.5-6 4.5 12 2.5-6H21",
        IconName.Home => "m4 11 8-7 8 7M6 9.5V20h12V9.5M10 20v-5.5h4V20",
        IconName.Key => "M14.5 9.5a5 5 0 1 0-3.6 4.8L12.5 16h2v2h2v2H20v-3.5l-5.7-5.6a5 5 0 0 0 .2-1.4ZM8.5 8.5v.01",
        IconName.Logs => "M5 6h14M5 10h9M5 14h14M5 18h7",
        IconName.Menu => "M4 7h16M4 12h16M4 17h16",
        IconName.Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5Z",
        IconName.Pause => "M8.5 6v12M15.5 6v12",
        IconName.People => "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.8 19.5a6.2 6.2 0 0 1 12.4 0M15.5 4.9a3.5 3.5 0 0 1 0 6.3M17.6 14.2a6.2 6.2 0 0 1 3.6 5.3",
        IconName.Play => "M7.5 5v14l11-7Z",
        IconName.Plug => "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0ZM12 17v4",
        IconName.Plus => "M12 5v14M5 12h14",
        IconName.Remove => "M4.5 7h15M10 7V4.5h4V7M6.5 7l.8 12a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5l.8-12M10 11v5.5M14 11v5.5",
        IconName.Restart => "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.5M20 4.5v5h-5",
        IconName.Search => "M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM15.5 15.5 20 20",
        IconName.Shield => "M12 3 5 5.8v5.4c0 4.4 2.9 8 7 9.8 4.1-1.8 7-5.4 7-9.8V5.8ZM9 11.8l2.2 2.2 4.1-4.2",
        IconName.SignOut => "M10 4H5.5A1.5 1.5 0 0 0 4 5.5v13A1.5 1.5 0 0 0 5.5 20H10M15 8l4 4-4 4M19 12H9",
        IconName.Stop => "M7 7h10v10H7Z",
        IconName.Sun => "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
        IconName.System => "M4 5h16v11H4ZM9 20h6M12 16v4",
        IconName.Wrap => "M4 6h16M4 12h13a3 3 0 0 1 0 6h-4M15.5 15.5 13 18l2.5 2.5M4 18h5",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such picture."),
    };
}
