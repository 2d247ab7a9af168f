namespace Pipeline.Articles.Metadata.Dates;

/// <summary>What the words before a date say of it.</summary>
internal enum DateRole : byte
{
    Unsaid,
    Published,
    Modified,

    /// <summary>Of something else: an event, a birth, a rating, a copyright.</summary>
    Other,
}

/// <summary>Words that stand before dates of publication and of change, in many languages.</summary>
internal static class DateWords
{
    private static readonly System.Buffers.SearchValues<string> Modified = System.Buffers.SearchValues.Create(
    [
        "updated", "modified", "edited", "revised", "last reviewed", "aktualisiert", "geändert", "actualizado", "actualizada", "actualización", "modificado", "mis à jour", "mise à jour", "modifié", "aggiornat",
        "atualizad", "bijgewerkt", "laatste update", "zaktualizowan", "aktualizacja", "обновлен", "изменен", "оновлен", "güncelle", "oppdatert", "uppdaterad", "opdateret", "päivitetty", "muokattu",
        "aktualizován", "aktualizované", "upraven", "frissít", "módosít", "actualizat", "ενημ", "更新", "更新日", "更新时间", "修改", "수정", "업데이트", "تحديث", "عُدّل", "به‌روز", "بروزرسانی", "diperbarui", "dikemas kini", "cập nhật",
        "अपडेट", "अद्यतन", "แก้ไข", "อัปเดต", "עודכן", "ажурирано", "ažurirano", "posodobljeno", "atnaujint", "atjaunin", "uuendatud", "актуализир", "obnovljeno",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> Published = System.Buffers.SearchValues.Create(
    [
        "publish", "posted", "created", "released", "filed", "date:", "veröffentlicht", "erstellt", "publié", "paru", "créé", "publicad", "pubblicat", "gepubliceerd", "geplaatst", "opublikowan", "dodano", "utworzono",
        "опубликован", "дата публикации", "опубліковано", "yayın", "eklenme", "oluşturulma", "giriş", "publisert", "publicerad", "udgivet", "julkaistu", "publikován", "vydán", "zverejnen", "közzét", "megjelent",
        "publicat", "δημοσ", "发布", "发表", "來源", "公開", "掲載", "配信", "입력", "등록", "게재", "نشر", "انتشار", "تاريخ", "diterbitkan", "dipublikasikan", "đăng", "प्रकाशित", "เผยแพร่", "פורסם", "објављено", "objavljeno",
        "paskelbt", "publicēt", "avaldatud", "публикуван",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> Other = System.Buffers.SearchValues.Create(
        ["copyright", "©", "(c)", "born", "died", "since", "expires", "valid until", "until", "event", "joined", "first seen", "released on", "due "], StringComparison.OrdinalIgnoreCase);

    public static DateRole RoleOf(ReadOnlySpan<char> before) =>
        before.ContainsAny(Modified) ? DateRole.Modified
        : before.ContainsAny(Published) ? DateRole.Published
        : before.ContainsAny(Other) ? DateRole.Other
        : DateRole.Unsaid;
}
