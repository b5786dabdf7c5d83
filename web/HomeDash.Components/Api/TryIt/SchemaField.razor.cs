using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Api.TryIt;

/// <summary>One part of an input, to be filled in.</summary>
public sealed partial class SchemaField
{
    private static readonly string[] YesOrNo = ["true", "false"];

    private readonly string id = $"try-{Guid.NewGuid():N}";

    /// <summary>What is filled in, and what belongs there.</summary>
    [Parameter, EditorRequired]
    public FormNode Node { get; set; } = null!;

    /// <summary>What was wrong at the last call.</summary>
    [Parameter, EditorRequired]
    public CallProblems Problems { get; set; } = null!;

    /// <summary>Called with every change.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>What it is called, when that is not its name in the schema.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Whether the label is only read out, as for the items of a list.</summary>
    [Parameter]
    public bool Bare { get; set; }

    private SchemaNode Schema => Node.Schema;

    private string? Problem => Problems.At(Node);

    private string? Invalid => Problem is null ? null : "true";

    private string? Described => Problem is not null || Schema.Description is not null ? $"{id}-note" : null;

    private IReadOnlyList<string> Options => Schema.Kind == SchemaKind.Boolean ? YesOrNo : Schema.Choices;

    private string Chosen => Schema.Kind == SchemaKind.Boolean ? Node.Flag switch { true => "true", false => "false", null => "" } : Node.Text;

    private string? Placeholder => Schema.Default?.Trim('"') ?? (Schema.Format == "date-time" ? "2026-11-20T08:30:00Z" : null);

    private string Type => Schema switch
    {
        { Secret: true } => "password",
        { Kind: SchemaKind.Integer or SchemaKind.Number } => "number",
        _ => "text",
    };

    private static string? Limit(string? limit) => limit is { Length: < 16 } ? limit : null;

    private string ItemName(FormNode item) => item.Key.Length > 0 ? item.Key : $"{Schema.Name} {Node.Items.IndexOf(item) + 1}";

    private Task Typed(ChangeEventArgs change)
    {
        Node.Text = (string?)change.Value ?? "";
        return Changed.InvokeAsync();
    }

    private Task KeyedAsync(FormNode item, ChangeEventArgs change)
    {
        item.Key = (string?)change.Value ?? "";
        return Changed.InvokeAsync();
    }

    private Task ChosenAsync(ChangeEventArgs change)
    {
        if (Schema.Kind == SchemaKind.Boolean)
        {
            Node.Flag = change.Value is "true" ? true : change.Value is "false" ? false : null;
        }
        else
        {
            Node.Text = (string?)change.Value ?? "";
        }

        return Changed.InvokeAsync();
    }

    private Task FlaggedAsync(ChangeEventArgs change)
    {
        Node.Flag = change.Value is true;
        return Changed.InvokeAsync();
    }

    private Task TickAsync(string choice)
    {
        if (!Node.Ticked.Remove(choice))
        {
            Node.Ticked.Add(choice);
        }

        return Changed.InvokeAsync();
    }

    private Task AddAsync()
    {
        Node.Add();
        return Changed.InvokeAsync();
    }

    private Task RemoveAsync(FormNode item)
    {
        Node.Items.Remove(item);
        return Changed.InvokeAsync();
    }
}
