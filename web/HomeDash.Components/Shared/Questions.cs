using Radzen;

namespace HomeDash.Components.Shared;

/// <summary>Asks before something is done that cannot be taken back.</summary>
public sealed class Questions(DialogService dialogs)
{
    /// <summary>How every dialog looks: as wide as its words need, never wider than the screen.</summary>
    public static DialogOptions Look => new() { Width = "min(32rem, calc(100vw - 2rem))", AutoFocusFirstElement = false, CloseDialogOnEsc = true };

    /// <summary>Asks; anything but the button that says so is a no.</summary>
    /// <param name="question">What is asked.</param>
    public async Task<bool> ConfirmAsync(Question question) => await AskAsync(question) is not null;

    /// <summary>Asks; null is a no, otherwise whether the option was ticked.</summary>
    /// <param name="question">What is asked.</param>
    public async Task<Answer?> AskAsync(Question question) =>
        await dialogs.OpenAsync<ConfirmDialog>(question.Title, new() { [nameof(ConfirmDialog.Question)] = question }, Look) as Answer;

    /// <summary>What is asked.</summary>
    /// <param name="Title">The question.</param>
    /// <param name="Message">What will be the case then.</param>
    /// <param name="Action">What the button says that does it.</param>
    public sealed record Question(string Title, string Message, string Action)
    {
        /// <summary>What it will be done to, when that is several.</summary>
        public IReadOnlyList<string> Items { get; init; } = [];

        /// <summary>Something to tick, when there is a choice.</summary>
        public string? Option { get; init; }
    }

    /// <summary>A yes.</summary>
    /// <param name="Option">Whether the option was ticked.</param>
    public sealed record Answer(bool Option);
}
