"""The headings by which programs and people call their columns, folded, in several languages."""

from __future__ import annotations

from collections.abc import Mapping

from planner.exchange.csv_table.meanings import Meaning

_HEADINGS: Mapping[Meaning, str] = {
    Meaning.NAME: """
        name, full name, display name, file as, contact, contact name, contact person, person, anzeigename,
        ansprechpartner, ansprechpartnerin, ansprechperson, kontaktperson, vollstandiger name, ganzer name,
        nom complet, nombre completo, nome completo, volledige naam, naam
    """,
    Meaning.GIVEN: """
        first name, given name, forename, first, vorname, prenom, nombre, nome, voornaam
    """,
    Meaning.MIDDLE: """
        middle name, middle, middle names, additional name, second name, weitere vornamen, zweiter vorname
    """,
    Meaning.FAMILY: """
        last name, family name, surname, last, nachname, familienname, zuname, nom, nom de famille,
        apellido, apellidos, cognome, sobrenome, achternaam
    """,
    Meaning.PREFIX: """
        prefix, name prefix, salutation, anrede, honorific, civilite
    """,
    Meaning.SUFFIX: """
        suffix, name suffix, namenszusatz
    """,
    Meaning.NICKNAME: """
        nickname, nick name, spitzname, surnom
    """,
    Meaning.ORGANISATION: """
        company, company name, organization, organisation, organization name, organisation name,
        organization 1 name, employer, account, account name, firma, firmenname, unternehmen, arbeitgeber,
        societe, entreprise, empresa, azienda, societa, bedrijf
    """,
    Meaning.DEPARTMENT: """
        department, organization department, organization 1 department, abteilung, afdeling
    """,
    Meaning.ROLE: """
        job title, role, position, title, job, organization title, organization 1 title, funktion, rolle,
        stelle, berufsbezeichnung, titel, beruf, profession, occupation, poste, fonction, cargo, puesto,
        ruolo, functie
    """,
    Meaning.EMAIL: """
        email, emails, email address, email addresses, email adresse, mail, email address value, primary
        email, secondary email, screen email, primary email address, secondary email address, primare email
        adresse, sekundare email adresse, primare email, sekundare email, zusatzliche email adresse,
        courriel, correo, correo electronico, email value, adresse email
    """,
    Meaning.PHONE: """
        phone, phones, phone number, telephone, telephone number, tel, tel nr, telefon, phone value,
        telefonnummer, rufnummer, telefono, telefone, telefoon, mobile, mobile phone, mobile number, cell,
        cell phone, cellphone, iphone, mobiltelefon, mobil, mobil tel nr, mobilnummer, handy, handynummer,
        portable, movil, cellulare, gsm, fax, fax number, fax nr, pager, pager number, pager nr, car phone,
        autotelefon, primary phone, main phone, haupttelefon, company main phone, telefon firma, callback,
        ruckmeldung, assistant phone, telefon assistent, radio phone, isdn, ttytdd phone, telefax
    """,
    Meaning.ADDRESS: """
        address, postal address, full address, adresse, anschrift, address value, address formatted,
        direccion, indirizzo, adres
    """,
    Meaning.STREET: """
        street, address line, street address, address street, strasse, rue, calle, via, straat,
        strasse und hausnummer
    """,
    Meaning.EXTENSION: """
        address extended address
    """,
    Meaning.POST_BOX: """
        address po box, po box, postfach, boite postale, apartado
    """,
    Meaning.CITY: """
        city, town, locality, location, address city, ort, stadt, wohnort, ville, ciudad, citta, cidade,
        plaats, stad
    """,
    Meaning.REGION: """
        state, region, province, county, address region, bundesland, kanton, bundesland kanton, land kanton,
        state province
    """,
    Meaning.CODE: """
        postal code, postcode, post code, zip, zipcode, zip code, address postal code, plz, postleitzahl,
        code postal, cap, zip postal code, codigo postal
    """,
    Meaning.COUNTRY: """
        country, country region, address country, land, land region, staat, pays, pais, paese
    """,
    Meaning.LINK: """
        url, website, web site, web page, webpage, webseite, homepage, home page, link, linkedin, linkedin
        url, profile, profile url, website value, personal web page, internet
    """,
    Meaning.BIRTHDAY: """
        birthday, birth date, birthdate, date of birth, dob, geburtstag, geburtsdatum, anniversaire, date de
        naissance, fecha de nacimiento, cumpleanos, compleanno, data di nascita, geboortedatum, verjaardag
    """,
    Meaning.ANNIVERSARY: """
        anniversary, wedding anniversary, jahrestag, hochzeitstag
    """,
    Meaning.BIRTH_YEAR: """
        birth year, geburtsjahr
    """,
    Meaning.BIRTH_MONTH: """
        birth month, geburtsmonat
    """,
    Meaning.BIRTH_DAY: """
        birth day
    """,
    Meaning.LANGUAGES: """
        language, languages, sprache, sprachen, langue
    """,
    Meaning.PRONOUNS: """
        pronouns, pronomen
    """,
    Meaning.ZONE: """
        time zone, timezone, zeitzone
    """,
    Meaning.TAGS: """
        tags, tag, labels, group, groups, group membership, category, categories, kategorie, kategorien,
        gruppe, gruppen, schlagworte, layer
    """,
    Meaning.NOTE: """
        note, notes, comment, comments, remarks, description, notiz, notizen, bemerkung, bemerkungen,
        kommentar, anmerkung, anmerkungen, notas, observaciones, remarques, commentaires, osservazioni,
        opmerkingen, memo
    """,
    Meaning.LABEL: """
        email label, email type, phone label, phone type, address label, address type, website label,
        website type
    """,
    Meaning.KEPT: """
        photo, picture, foto, bild
    """,
    Meaning.NOTHING: """
        email display name, email angezeigter name, email typ, im type, yomi name, file under, given name
        yomi, family name yomi, additional name yomi, phonetic first name, phonetic middle name, phonetic
        last name, given yomi, surname yomi, company yomi, initials, initialen, short name, private, privat,
        sensitivity, vertraulichkeit, priority, prioritat, mileage, reisekilometer, directory server,
        verzeichnisserver, internet free busy, internet frei gebucht, konto, billing information,
        abrechnungsinformation, organization type, organization yomi name, subject
    """,
}

MEANINGS: Mapping[str, Meaning] = {
    " ".join(heading.split()): meaning for meaning, text in _HEADINGS.items() for heading in text.split(",")
}
"""What each heading says that its column is."""
