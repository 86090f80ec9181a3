#!/bin/sh
# Is FILE valid PDF/A-1b (ISO 19005-1)? Asks PDFBox preflight: Debian packages libpdfbox2-java,
# libactivation-java, libjaxb-api-java, libcommons-logging-java, default-jre-headless.
# Prints what is wrong; exit status 0: valid, 1: not, 2: it cannot be asked.
jars=/usr/share/java
classes=$jars/preflight.jar
for name in pdfbox2 fontbox2 xmpbox commons-logging commons-io jaxb-api javax.activation; do
    classes=$classes:$jars/$name.jar
done
command -v java > /dev/null && [ -e $jars/preflight.jar ] || { echo "no PDFBox here"; exit 2; }
verdict=$(java -Xmx512m -cp "$classes" org.apache.pdfbox.preflight.Validator_A1b "$1" 2>&1)
case "$verdict" in
    *"is a valid PDF/A-1b file"*) exit 0 ;;
    *) echo "$verdict"; exit 1 ;;
esac
