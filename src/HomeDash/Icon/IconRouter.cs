using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Icons for apps: sets that come with HomeDash and work offline, and what was uploaded.</summary>
[Router("icon")]
internal sealed class IconRouter(IconLibrary library, IconStore store, AppStore apps, Ids ids, TimeProvider clock)
{
    /// <summary>The set that uploads belong to.</summary>
    public const string Uploads = "uploads";

    private const int LargestFile = 256 * 1024;
    private const int MostUploads = 500;
    private static readonly SuggestedCall ListThem = new("icon.list", Why: "It lists the uploaded icons.");

    /// <summary>Finds icons by what they show, the best first; give the url of one to app.create as iconUrl.</summary>
    /// <param name="text">What it shows, for example <c>home assistant</c> or <c>printer</c>.</param>
    /// <param name="limit">How many icons to return at most.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(IconPermissions.View)]
    public async Task<Page<FoundIcon>> Search([StringLength(100, MinimumLength = 1)] string text, [Range(1, 100)] int limit = 12, CancellationToken cancellationToken = default)
    {
        var wanted = PackedIcon.Fold(text);
        var own = (await store.AllAsync(cancellationToken).ConfigureAwait(false))
            .Where(icon => wanted.Length > 0 && PackedIcon.Fold(icon.Name).Contains(wanted, StringComparison.Ordinal))
            .Select(icon => new FoundIcon(icon.Id, icon.Name, Uploads, icon.Url));
        return new([.. own.Concat(library.Search(text, limit).Select(icon => icon.ToIcon())).Take(limit)]);
    }

    /// <summary>Lists the icons that were uploaded, in the order of their names.</summary>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(IconPermissions.View, Title = "List uploaded icons")]
    public async Task<Page<UploadedIcon>> List(CancellationToken cancellationToken)
    {
        var all = await store.AllAsync(cancellationToken).ConfigureAwait(false);
        return new(all, all.Count);
    }

    /// <summary>Uploads an icon and returns where it is served. An SVG must not hold scripts or refer to other files.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="content">A PNG, WebP or SVG file.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(IconPermissions.Upload, Effect.Create)]
    public async Task<UploadedIcon> Upload(
        [StringLength(64, MinimumLength = 1)] string name, [MinLength(1), MaxLength(LargestFile)] byte[] content, ProcedureContext context, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw ProcedureErrors.InvalidInput("name", "The name is blank. Say what the icon shows.");
        }

        var mediaType = IconFile.MediaTypeOf(content);
        if ((await store.AllAsync(cancellationToken).ConfigureAwait(false)).Count >= MostUploads)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"There are {MostUploads} uploaded icons already. Delete some first.") { Next = ListThem });
        }

        var id = ids.New();
        var icon = new UploadedIcon(id, name.Trim(), IconStore.UrlOf(id, mediaType), mediaType, content.Length, clock.GetStorableNow());
        await store.AddAsync(icon, content, cancellationToken).ConfigureAwait(false);
        context.Changes.Created("icon", icon.Id, icon, UploadedIconJson.Write);
        return icon;
    }

    /// <summary>Deletes an uploaded icon that no app uses, and returns what it was.</summary>
    /// <param name="icon">Its name or id, as icon.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(IconPermissions.Delete, Effect.Destroy, Title = "Delete uploaded icon")]
    public async Task<UploadedIcon> Delete([StringLength(64, MinimumLength = 1)] string icon, ProcedureContext context, CancellationToken cancellationToken = default)
    {
        var all = await store.AllAsync(cancellationToken).ConfigureAwait(false);
        var found = all.Select(one => new ResolvedTarget("icon", one.Id, one.Name)).ToList().Get(icon, "icon", ListThem);
        var before = all.First(one => one.Id == found.Id);
        var users = (await apps.AllAsync(cancellationToken).ConfigureAwait(false)).Where(app => app.IconUrl == before.Url).Select(app => app.Name).ToList();
        if (users.Count > 0)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                $"'{before.Name}' is the icon of {string.Join(", ", users.Take(5))}{(users.Count > 5 ? " and others" : "")}. Give them another one first, by app.update."));
        }

        await store.DeleteAsync(before.Id, cancellationToken).ConfigureAwait(false);
        context.Changes.Deleted("icon", before.Id, before, UploadedIconJson.Write);
        return before;
    }
}
