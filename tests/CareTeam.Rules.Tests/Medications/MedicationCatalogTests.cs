using CareTeam.Server.Medications;

namespace CareTeam.Rules.Tests.Medications;

public sealed class MedicationCatalogTests
{
    [Theory]
    [InlineData("ibuprofen", "5640")]
    [InlineData("naproxen", "7258")]
    [InlineData("diclofenac", "3355")]
    [InlineData("acetaminophen", "161")]
    [InlineData("gabapentin", "25480")]
    [InlineData("pregabalin", "187832")]
    [InlineData("duloxetine", "72625")]
    [InlineData("tramadol", "10689")]
    [InlineData("aspirin", "1191")]
    [InlineData("warfarin", "11289")]
    [InlineData("apixaban", "1364430")]
    [InlineData("rivaroxaban", "1114195")]
    [InlineData("clopidogrel", "32968")]
    [InlineData("meloxicam", "")]
    [InlineData("ketorolac", "")]
    public void Codes_are_those_that_were_confirmed(string name, string code) => Assert.Equal(code, MedicationCatalog.In(name).Single().RxNorm);

    [Theory]
    [InlineData("Norco 5/325 (hydrocodone-acetaminophen)", "hydrocodone,acetaminophen", MedicationClass.Opioid)]
    [InlineData("Norco 5/325", "hydrocodone,acetaminophen", MedicationClass.Opioid)]
    [InlineData("Percocet", "oxycodone,acetaminophen", MedicationClass.Opioid)]
    [InlineData("Tylenol", "acetaminophen", MedicationClass.Acetaminophen)]
    [InlineData("VOLTAREN gel 1 %", "diclofenac", MedicationClass.Nsaid)]
    [InlineData("aspirin", "aspirin", MedicationClass.Antiplatelet)]
    [InlineData("ibuprofenlike", "", MedicationClass.Unspecified)]
    [InlineData("", "", MedicationClass.Unspecified)]
    public void Ingredients_are_found_by_their_names_in_what_was_written(string written, string names, MedicationClass medicationClass)
    {
        Assert.Equal(names, string.Join(',', MedicationCatalog.In(written).Select(i => i.Name)));
        Assert.Equal(medicationClass, MedicationCatalog.ClassOf(written));
    }

    [Fact]
    public void Every_entry_has_a_source_and_no_code_twice()
    {
        Assert.All(MedicationCatalog.Ingredients, i => Assert.NotEmpty(i.Source));
        var codes = MedicationCatalog.Ingredients.Where(i => i.RxNorm.Length > 0).Select(i => i.RxNorm).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void Drugs_that_rules_name_are_in_the_catalog()
    {
        var named = RuleTable.Shipped.All.Where(r => r.Id.StartsWith("medication.", StringComparison.Ordinal))
            .SelectMany(r => new[] { "drugs", "inhibitors" }.Where(r.Parameters.ContainsKey).SelectMany(r.Words));
        Assert.All(named, name => Assert.Equal(name, MedicationCatalog.In(name).Single().Name));
    }

    /// <summary>CDC 2022.</summary>
    [Theory]
    [InlineData("codeine", 0.15)]
    [InlineData("hydrocodone", 1)]
    [InlineData("hydromorphone", 5)]
    [InlineData("methadone", 4.7)]
    [InlineData("morphine", 1)]
    [InlineData("oxycodone", 1.5)]
    [InlineData("oxymorphone", 3)]
    [InlineData("tapentadol", 0.4)]
    [InlineData("tramadol", 0.2)]
    public void Opioids_have_their_morphine_equivalents(string name, double factor) => Assert.Equal((decimal)factor, MedicationCatalog.In(name).Single().MmePerMg);

    [Theory]
    [InlineData("MS Contin", "morphine")]
    [InlineData("Kadian", "morphine")]
    [InlineData("Xtampza ER", "oxycodone")]
    [InlineData("OxyContin", "oxycodone")]
    [InlineData("Hysingla ER", "hydrocodone")]
    [InlineData("contin", "")]
    public void Brands_that_are_always_long_acting_are_known_by_all_their_words(string brand, string name)
    {
        Assert.Equal(name, string.Join(',', MedicationCatalog.In(brand).Select(i => i.Name)));
        Assert.Equal(name.Length > 0 ? MedicationRelease.Extended : MedicationRelease.Immediate, MedicationCatalog.ReleaseOf(brand));
    }
}
